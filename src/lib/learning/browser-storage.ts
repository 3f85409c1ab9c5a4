import { inStorage, stored, type Refusal } from '../browser/storage';
import { readNetwork, SavedNetworkError, writeNetwork, type SavedNetwork } from './saved';

export { readNetwork as read };

/** The one network that a browser keeps, as the text of its file, which says its own version. */
const KEY = 'network';

/** The browser's storage cannot be used, or has nothing that can be read; the message says what is the matter. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}

const REFUSED: Record<Refusal, string> = {
  full: 'The browser has no room left for the network. A file can hold it.',
  denied: 'The browser lets this page keep nothing. A file can hold the network.',
};

function refuse(why: Refusal): never {
  throw new StorageError(REFUSED[why]);
}

/**
 * Keeps a network in this browser, instead of an earlier one. It leaves the device on no way.
 * @throws StorageError where the browser keeps nothing
 */
export function keep(network: SavedNetwork): void {
  const text = writeNetwork(network);
  inStorage((storage) => storage.setItem(KEY, text), refuse);
}

/** Whether a network is kept, be it sound or not. */
export const isKept = (): boolean => stored(KEY) !== null;

/**
 * The network that is kept, read as a file is.
 * @throws StorageError where there is none, or where it is refused: it stays until the reader removes it
 */
export function kept(): SavedNetwork {
  const text = inStorage((storage) => storage.getItem(KEY), refuse);
  if (text === null) throw new StorageError('No network is kept in this browser.');
  try {
    return readNetwork(text);
  } catch (error) {
    if (!(error instanceof SavedNetworkError)) throw error;
    throw new StorageError(`The network kept in this browser was not read: ${error.reason}.`);
  }
}

/** @throws StorageError where the browser keeps nothing */
export function forget(): void {
  inStorage((storage) => storage.removeItem(KEY), refuse);
}
