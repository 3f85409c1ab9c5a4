import { loadView } from '../widgets/load';
import { definitions } from '../widgets/registry';

const ids = Object.keys(definitions);

/** Every widget's view, for drawing pages while the site is built. */
export const views = new Map(await Promise.all(ids.map(async (id) => [id, await loadView(id)] as const)));
