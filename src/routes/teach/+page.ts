import { error } from '@sveltejs/kit';
import { findLesson } from '../../lib/content/lessons';
import type { PageLoad } from './$types';

export const load: PageLoad = () => {
  const page = findLesson('teach');
  if (!page) error(404, 'content/teach/teach.md is missing.');
  return { page, title: page.title, description: page.description, width: ['widest'] as const };
};
