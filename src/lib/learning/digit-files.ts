/** The file of a digit, as an address below the site. */
export const digitFile = (digit: number, side: number): string => `digits/${side}/${digit}.bin`;

/** The files of all digits, by which a widget says what it needs of the site. */
export const digitFiles = (side: number): string[] =>
  Array.from({ length: 10 }, (_, digit) => digitFile(digit, side));
