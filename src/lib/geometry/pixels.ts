/** How many shades of ink a picture is drawn with. */
const SHADES = 5;

/** The pixels of one shade of ink, as a path of horizontal lines one pixel wide. */
export interface Shade {
  /** From 0 to 1. */
  ink: number;
  d: string;
}

/**
 * A picture as paths, one for each shade that it has; neighbouring pixels of a shade are one line.
 * @param pixels side² numbers from 0 for paper to 1 for ink, row by row
 */
export function shadesOf(pixels: ArrayLike<number>, side: number): Shade[] {
  const paths: string[] = [];
  for (let row = 0; row < side; row++) {
    let start = 0;
    for (let column = 1; column <= side; column++) {
      const shade = Math.round(SHADES * (pixels[row * side + start] as number));
      const next = column < side ? Math.round(SHADES * (pixels[row * side + column] as number)) : -1;
      if (next === shade) continue;
      if (shade > 0) paths[shade] = `${paths[shade] ?? ''}M${start} ${row}.5h${column - start}`;
      start = column;
    }
  }
  return paths.flatMap((d, shade) => (d === undefined ? [] : [{ ink: shade / SHADES, d }]));
}
