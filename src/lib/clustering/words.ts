import type { Points } from './points';

/** Words with their vectors, to be searched. */
export interface Words {
  words: readonly string[];
  points: Points;
}

/** The file of the words, as an address below the site; `scripts/words.mjs` makes it. */
export const WORDS_FILE = 'words/glove.bin';

const NEWLINE = 10;

/**
 * Reads the file of the words: a line of JSON with the words, the dimension and the step between two levels, and then a
 * level of each number, a byte from −127 to 127.
 * @throws RangeError saying what is wrong with the file
 */
export function decodeWords(bytes: Uint8Array): Words {
  const end = bytes.indexOf(NEWLINE);
  const head = headOf(bytes.subarray(0, Math.max(0, end)));
  const levels = bytes.subarray(end + 1);
  const expected = head.words.length * head.dim;
  if (levels.length !== expected) {
    throw new RangeError(`the words have ${levels.length} numbers; ${expected} are expected`);
  }
  const signed = new Int8Array(levels.buffer, levels.byteOffset, levels.length);
  return {
    words: head.words,
    points: { at: Float64Array.from(signed, (level) => head.step * level), dim: head.dim },
  };
}

function headOf(bytes: Uint8Array): { dim: number; step: number; words: string[] } {
  try {
    const head: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof head === 'object' && head !== null && 'dim' in head && 'step' in head && 'words' in head) {
      const { dim, step, words } = head;
      const isWhole = typeof dim === 'number' && typeof step === 'number' && Array.isArray(words);
      if (isWhole && words.every((word) => typeof word === 'string')) return { dim, step, words };
    }
  } catch {
    // What is no JSON is refused below, like JSON of something else.
  }
  throw new RangeError('these are no words: the file does not begin with a line that lists them');
}
