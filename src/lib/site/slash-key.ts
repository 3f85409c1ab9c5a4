import { store, stored } from '../browser/storage';

/** Whether `/` opens the search: a single key can get in the way of those who steer by voice. */
const KEY = 'search-key';

export const slashOpens = (): boolean => stored(KEY) !== 'off';

export const setSlashOpens = (on: boolean): void => store(KEY, on ? null : 'off');
