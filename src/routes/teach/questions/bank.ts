import { readFileSync } from 'node:fs';
import { chapters } from '../../../lib/content/pages';
import { exercisesOf, type Question } from '../../../lib/teach/questions/question';
import { definitions } from '../../../lib/widgets/registry';
import { siteUrl } from '../../site-url';

/** Every exercise of the chapters, in the order of reading. */
export function bank(): Question[] {
  const pages = chapters.map(({ slug, title }) => ({
    slug,
    title,
    text: readFileSync(`content/pages/${slug}.md`, 'utf8'),
  }));
  return exercisesOf(pages, definitions, siteUrl);
}
