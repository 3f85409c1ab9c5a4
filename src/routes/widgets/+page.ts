import type { PageLoad } from './$types';

export const load: PageLoad = () => ({
  title: 'Widgets',
  description:
    'Every interactive figure of this textbook, with its parameters, outputs and how to put it in a page of your own.',
  width: ['wide'] as const,
});
