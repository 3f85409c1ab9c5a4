import { allPages } from '../../lib/content/pages';
import type { PageLoad } from './$types';

export const load: PageLoad = () => ({
  title: 'Offline',
  description: 'The pages that are kept on this device, to be read without a network.',
  pages: allPages.map(({ slug, title }) => ({ slug, title })),
});
