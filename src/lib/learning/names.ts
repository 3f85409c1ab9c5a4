/** The words that names are made of: three thicknesses, three slants, ten digits. */
const THICKNESSES = ['thin', '', 'thick'] as const;
const SLANTS = ['upright', '', 'slanted'] as const;
export const DIGITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
] as const;

export const WORDS = 14;

/** What a name says: an index into each list. */
export interface Said {
  thickness: number;
  slant: number;
  digit: number;
}

/** “a thick slanted four”. */
export const nameOf = ({ thickness, slant, digit }: Said): string =>
  ['a', THICKNESSES[thickness], SLANTS[slant], DIGITS[digit]].filter(Boolean).join(' ');

/** Which words a name has: a bag of words, all that the text tower sees. */
export function bagOf({ thickness, slant, digit }: Said): Float32Array {
  const bag = new Float32Array(WORDS);
  bag[digit] = 1;
  if (thickness === 0) bag[10] = 1;
  if (thickness === 2) bag[11] = 1;
  if (slant === 0) bag[12] = 1;
  if (slant === 2) bag[13] = 1;
  return bag;
}

/** All ninety names. */
export const allNames = (): Said[] =>
  Array.from({ length: 90 }, (_, i) => ({
    digit: Math.floor(i / 9),
    thickness: Math.floor(i / 3) % 3,
    slant: i % 3,
  }));

/** The ten names that say the digit alone. */
export const plainNames = (): Said[] =>
  Array.from({ length: 10 }, (_, digit) => ({ digit, thickness: 1, slant: 1 }));
