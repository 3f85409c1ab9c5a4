import measured from './heights.json';

/** How high a widget's frame must be, in pixels, for nothing to scroll inside it. */
export interface Heights {
  /** On phones: in windows narrower than `PHONE`. */
  narrow: number;
  /** In a column of text and wider. */
  wide: number;
}

/** Below this width of the window a frame counts as narrow. */
export const PHONE = 720;

/** Widths of frames, in pixels, at which heights are measured. */
export const WIDTHS: Record<keyof Heights, readonly number[]> = {
  narrow: [288, 320, 360, 414, 480, 560, 610],
  wide: [640, 680, 720, 800, 880, 960],
};

/** Room for other fonts than those that were measured with. */
const SPARE = 24;

/** High enough for any widget whose height was not measured. */
const GENEROUS: Heights = { narrow: 1600, wide: 1200 };

/** The least height that does for all that were measured, with some room, in round numbers. */
export function enough(heights: readonly number[]): number {
  return Math.ceil((Math.max(...heights) + SPARE) / 20) * 20;
}

/** The heights of a widget at its defaults, as `npm run heights` measured them. */
export function heightsOf(widget: string): Heights {
  return (measured as Record<string, Heights>)[widget] ?? GENEROUS;
}

/**
 * The height of a frame as a style that needs no script: one height on phones, the other elsewhere. The clamp is 1 px
 * in a window narrower than `PHONE` and 0 px in others.
 */
export function heightStyle({ narrow, wide }: Heights): string {
  if (narrow === wide) return `height:${wide}px`;
  return `height:calc(${wide}px + clamp(0px, ${PHONE}px - 100vw, 1px) * ${narrow - wide})`;
}
