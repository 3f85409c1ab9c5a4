import { error } from '@sveltejs/kit';
import { findLesson } from '../../../lib/content/lessons';
import type { PageLoad } from './$types';

// No list of entries is needed: the Teach page links every lesson.
export const load: PageLoad = ({ params }) => {
  const page = findLesson(params.lesson);
  if (!page || params.lesson === 'teach') error(404, `There is no lesson “${params.lesson}”.`);
  const { title, description, figures } = page;
  return { page, title, description, width: figures.length > 0 ? (['scenes'] as const) : [] };
};
