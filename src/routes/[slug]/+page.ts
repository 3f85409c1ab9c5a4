import { error } from '@sveltejs/kit';
import { chapters, findPage } from '../../lib/content/pages';
import type { PageLoad } from './$types';

// No list of entries is needed: every page links every chapter and the glossary.
export const load: PageLoad = ({ params }) => {
  const page = findPage(params.slug);
  if (!page || params.slug === 'home') error(404, `There is no page “${params.slug}”.`);
  const { title, description, figures } = page;
  const width = figures.length > 0 ? (['contents', 'scenes'] as const) : (['contents'] as const);
  const at = chapters.findIndex(({ slug }) => slug === params.slug);
  const [previous, next] = at < 0 ? [] : [chapters[at - 1], chapters[at + 1]];
  return { page, card: figures[0]?.widget, title, description, previous, next, width };
};
