import type { PageLoad } from './$types';

// Becomes 404.html, the file that static hosts send for an address that does not exist.
export const trailingSlash = 'never';

export const load: PageLoad = () => ({
  title: 'Not found',
  description: 'There is no page at this address.',
  // The file is shown at any address, so that its links cannot be relative to it.
  root: `${process.env.BASE_PATH ?? ''}/`,
});
