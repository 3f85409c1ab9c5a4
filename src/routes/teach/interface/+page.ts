import type { PageLoad } from './$types';

export const load: PageLoad = () => ({
  title: 'The interface of a widget',
  description:
    'Everything that a page, a platform or a notebook can say to a widget and hear from it: frame, custom element and anywidget, with every method, event, output and error.',
});
