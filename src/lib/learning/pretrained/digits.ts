import pretrained from './digits.json';

/** Pixels along a side of every picture here. */
export const SIDE = 14;
const GREYS = 15;

/** A held-out digit: a picture that no network here was trained with. */
export interface Digit {
  digit: number;
  /** 14 × 14 numbers from 0 for paper to 1 for ink. */
  pixels: Float32Array;
}

const read = (pictures: readonly (readonly string[])[]): Digit[] =>
  pictures.flatMap((ofDigit, digit) =>
    ofDigit.map((text) => ({ digit, pixels: Float32Array.from(text, (grey) => parseInt(grey, 16) / GREYS) })),
  );

/** Held-out digits to compare a drawing with: ten of each, in their order. */
export const GALLERY: readonly Digit[] = read(pretrained.gallery);

/** Others that can be shown to a network instead of a drawing: four of each, in turns 0 to 9. */
export const CHOICE: readonly Digit[] = inTurns(read(pretrained.choice));

function inTurns(digits: readonly Digit[]): Digit[] {
  const each = digits.length / 10;
  return digits.map((_, i) => digits[(i % 10) * each + Math.floor(i / 10)] as Digit);
}

/** The means of 2 × 2 pixels of a picture of 28 × 28. */
export function halved(pixels: Float32Array): Float32Array {
  return Float32Array.from({ length: SIDE * SIDE }, (_, k) => {
    const corner = 4 * SIDE * Math.floor(k / SIDE) + 2 * (k % SIDE);
    const at = (o: number) => pixels[corner + o] as number;
    return (at(0) + at(1) + at(2 * SIDE) + at(2 * SIDE + 1)) / 4;
  });
}
