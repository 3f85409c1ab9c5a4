import { resolve } from '$app/paths';

/** Where a chapter is, as seen from the page under way. */
export function chapterAddress(slug: string): string {
  return `${resolve('/')}${slug}/`;
}
