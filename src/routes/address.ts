import { resolve } from '$app/paths';

/** Where a chapter is, as seen from the page under way. */
export function chapterAddress(slug: string): string {
  return `${resolve('/')}${slug}/`;
}

/** Where any page is, the home page too. */
export function pageAddress(slug: string): string {
  return slug === 'home' ? resolve('/') : chapterAddress(slug);
}
