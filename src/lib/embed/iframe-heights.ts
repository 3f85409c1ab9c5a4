import measured from './iframe-heights.json';

/** How high a widget's frame must be, in pixels, for nothing to scroll inside it. */
export interface Heights {
  phone: number;
  /** Between the two, such as in a narrow column or on a small tablet. */
  narrow: number;
  /** In a column of text and wider. */
  wide: number;
}

/** Widths of the place of a frame, in pixels, below which a frame counts as on a phone, and as narrow. */
export const BELOW = { phone: 480, narrow: 720 } as const;

/** Widths of frames, in pixels, at which heights are measured. */
export const WIDTHS: Record<keyof Heights, readonly number[]> = {
  phone: [288, 320, 360, 414, 456],
  narrow: [432, 480, 560, 600, 610],
  wide: [640, 680, 720, 800, 880, 960],
};

/** Room for other fonts than those that were measured with. */
const SPARE = 24;

/** High enough for any widget whose height was not measured. */
const GENEROUS: Heights = { phone: 2000, narrow: 2000, wide: 1400 };

/** The least height that does for all that were measured, with some room, in round numbers. */
export function enough(heights: readonly number[]): number {
  return Math.ceil((Math.max(...heights) + SPARE) / 20) * 20;
}

/** The heights for every class of width, from a way to measure at some widths. */
export function heightsBy(measure: (width: number) => number): Heights {
  const at = (widths: readonly number[]) => enough(widths.map(measure));
  return { phone: at(WIDTHS.phone), narrow: at(WIDTHS.narrow), wide: at(WIDTHS.wide) };
}

/** The heights of a widget at its defaults, as `npm run heights` measured them. */
export function heightsOf(widget: string): Heights {
  return (measured as Record<string, Heights>)[widget] ?? GENEROUS;
}

/**
 * The height of a frame as a style that needs no script: wide, and steps to the others. Each clamp is 1 px where the box
 * around the frame, which must be a container, is narrower than its width, and 0 px elsewhere; where there is no such box,
 * the window counts.
 */
export function heightStyle({ phone, narrow, wide }: Heights): string {
  const step = (below: number, by: number) =>
    by === 0 ? '' : ` + clamp(0px, ${below}px - 100cqi, 1px) * ${by}`;
  return `height:calc(${wide}px${step(BELOW.narrow, narrow - wide)}${step(BELOW.phone, phone - narrow)})`;
}

/** The same for the styles of a figure in a page: the room that it has before it is laid out. */
export function roomOf({ phone, narrow, wide }: Heights): string {
  return `--phone:${phone}px;--narrow:${narrow}px;--wide:${wide}px`;
}
