import type { PageLoad } from './$types';

export const load: PageLoad = () => ({
  title: 'Worksheet',
  description: 'A sheet of paper with a figure of this textbook in a chosen state, and room to write.',
});
