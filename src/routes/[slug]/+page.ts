import { error } from '@sveltejs/kit';
import { chapters, findPage } from '../../lib/content/pages';
import type { PageLoad } from './$types';

// No list of entries is needed: every page links every chapter.
export const load: PageLoad = ({ params }) => {
  const page = findPage(params.slug);
  if (!page || params.slug === 'home') error(404, `There is no page “${params.slug}”.`);
  const at = chapters.indexOf(page);
  const { title, description } = page;
  return { page, title, description, previous: chapters[at - 1], next: chapters[at + 1] };
};
