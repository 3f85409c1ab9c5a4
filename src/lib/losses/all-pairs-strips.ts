import { repel, type Repulsion } from './repulsion';
import { width, type Spread } from './spreads';

/** Points in strips across one axis, each strip sorted along another. */
export interface Strips {
  order: Uint32Array;
  /** The number of the strip of each point, in that order: whole and ascending. */
  strip: Float64Array;
  /** The axis along the strips. */
  along: number;
}

/** No more strips than this, however far the farthest point: their numbers are then exact to a part of `MARGIN`. */
const MOST = 2 ** 40;
/** Strips are wider than m by this part, so that rounding cannot put points closer than m two strips apart. */
const MARGIN = 2 ** -8;

/**
 * Lays strips a little wider than m: points closer than m are then in one strip or in two that touch. No grid of cells
 * is kept, so neither far outliers nor a small m cost memory.
 *
 * @param spreads how far the points reach along each axis
 */
export function layStrips(x: Float64Array, d: number, m: number, spreads: readonly Spread[]): Strips {
  const n = x.length / d;
  const axes = [...spreads.keys()].sort((a, b) => width(spreads[b]) - width(spreads[a]));
  const along = axes[0] ?? 0;
  const across = axes[1];
  const strips = new Float64Array(n);
  if (across !== undefined) {
    const spread = spreads[across];
    const low = spread?.low ?? 0;
    const step = Math.max(m * (1 + MARGIN), width(spread) / MOST);
    for (let i = 0; i < n; i++) strips[i] = Math.floor(((x[i * d + across] as number) - low) / step);
  }
  const order = new Uint32Array(n).map((_, i) => i);
  order.sort(
    (i, j) =>
      (strips[i] as number) - (strips[j] as number) ||
      (x[i * d + along] as number) - (x[j * d + along] as number),
  );
  const strip = new Float64Array(n);
  order.forEach((i, r) => (strip[r] = strips[i] as number));
  return { order, strip, along };
}

/**
 * Adds the dissimilar pairs closer than m of points that are ordered as the strips: each point with those that are
 * less than m away along the strips, after it in its own strip, and in the next one.
 */
export function repelNear(state: Repulsion, { strip, along }: Strips): void {
  const { m, d, n, x } = state;
  const at = (r: number) => x[r * d + along] as number;
  let ownEnd = 0;
  let nextStart = 0;
  let nextEnd = 0;
  for (let i = 0; i < n; i++) {
    const here = at(i);
    const own = strip[i] as number;
    const next = own + 1;
    ownEnd = Math.max(ownEnd, i + 1);
    while (ownEnd < n && strip[ownEnd] === own && at(ownEnd) - here < m) ownEnd++;
    while (
      nextStart < n &&
      ((strip[nextStart] as number) < next || (strip[nextStart] === next && here - at(nextStart) >= m))
    )
      nextStart++;
    nextEnd = Math.max(nextEnd, nextStart);
    while (nextEnd < n && strip[nextEnd] === next && at(nextEnd) - here < m) nextEnd++;
    repel(state, i, i + 1, ownEnd);
    repel(state, i, nextStart, nextEnd);
  }
}
