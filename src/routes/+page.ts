import { error } from '@sveltejs/kit';
import { chapters, findPage } from '../lib/content/pages';
import type { PageLoad } from './$types';

export const load: PageLoad = () => {
  const page = findPage('home');
  if (!page) error(404, 'content/pages/home.md is missing.');
  return { page, chapters, title: page.title, description: page.description, width: ['wide'] as const };
};
