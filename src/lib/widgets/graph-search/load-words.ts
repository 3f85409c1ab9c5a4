import { decodeWords, WORDS_FILE, type Words } from '../../clustering';
import { siteFolder, type ReadFile } from '../../learning/site-files';

/**
 * Loads the words.
 * @param readFile reads the file where it is not to be loaded from the site
 * @throws Error in words where it cannot be loaded, or is not what it should be
 */
export async function loadWords(readFile?: ReadFile): Promise<Words> {
  if (readFile) return decodeWords(await readFile(WORDS_FILE));
  const address = new URL(WORDS_FILE, siteFolder());
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the server answers ${response.status} for ${address.href}`);
  return decodeWords(new Uint8Array(await response.arrayBuffer()));
}
