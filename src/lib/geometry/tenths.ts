/** Pixels to the tenth: finer places cannot be seen, and would make a chapter heavier. */
export const tenths = (pixels: number): number => Math.round(10 * pixels) / 10;
