import type { LayoutServerLoad } from './$types';
import { scriptOf } from './host-script';

export const load: LayoutServerLoad = () => ({
  scripts: {
    page: scriptOf('page'),
    embed: scriptOf('embed'),
    teach: scriptOf('teach'),
    worksheet: scriptOf('worksheet'),
  },
});
