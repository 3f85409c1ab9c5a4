import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { encodeDigit, type DigitPictures } from '../../src/lib/learning/digits';
import { digitsOfPackage, trainingShare } from './package';

/** Pictures of each digit to learn from and held out, the same number for all: what the rarest digit of the package allows. */
export const TRAIN = 690;
export const HELD = 172;

/**
 * The pictures of a digit as the site has them: the first of those that the reference trains with, and the first of
 * those that it holds out, so that nothing is held out here that was learned from there.
 */
export function digitPictures(digit: number, side: number): DigitPictures {
  const pixels = side * side;
  const grey = digitsOfPackage(digit, side);
  const bytes = Uint8Array.from(grey, (value) => Math.round(255 * value));
  const share = trainingShare(grey.length / pixels);
  const part = (from: number, count: number) => bytes.slice(from * pixels, (from + count) * pixels);
  return { digit, side, train: part(0, TRAIN), held: part(share, HELD) };
}

/** Writes a file for each digit and size into a folder. */
export function writeDigits(folder: string): void {
  for (const side of [14, 28]) {
    mkdirSync(join(folder, String(side)), { recursive: true });
    for (let digit = 0; digit < 10; digit++) {
      const bytes = encodeDigit(digitPictures(digit, side));
      writeFileSync(join(folder, String(side), `${digit}.bin`), gzipSync(bytes, { level: 9 }));
    }
  }
}
