import type { LayoutServerLoad } from './$types';
import { embedOf, scriptOf } from './host-script';

export const load: LayoutServerLoad = ({ params }) => ({
  scripts: {
    page: scriptOf('page'),
    embed: params.widget === undefined ? undefined : embedOf(params.widget),
    teach: scriptOf('teach'),
    worksheet: scriptOf('worksheet'),
    gallery: scriptOf('gallery'),
    slides: scriptOf('slides'),
  },
});
