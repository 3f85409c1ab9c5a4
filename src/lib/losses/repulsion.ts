import type { ClassGroups } from './class-groups';
import { TINY } from './contrastive-block';
import { squaredDistance } from './squared-distance';

/** Points in some order, and what dissimilar pairs of them closer than m add up to. */
export interface Repulsion {
  readonly m: number;
  readonly d: number;
  readonly n: number;
  readonly x: Float64Array;
  /** The class of each point. */
  readonly classes: Int32Array;
  readonly gradient: Float64Array;
  loss: number;
  active: number;
  /** Pairs i, j, i, j, … too close for their squares, and not summed. */
  readonly tooClose: number[];
}

/** The points in the order given, with nothing summed up. */
export function repulsion(
  m: number,
  x: Float64Array,
  d: number,
  { of }: ClassGroups,
  order: Uint32Array,
): Repulsion {
  const n = order.length;
  const ordered = new Float64Array(n * d);
  const classes = new Int32Array(n);
  for (let r = 0; r < n; r++) {
    const i = order[r] as number;
    classes[r] = of[i] as number;
    for (let c = 0; c < d; c++) ordered[r * d + c] = x[i * d + c] as number;
  }
  const gradient = new Float64Array(n * d);
  return { m, d, n, x: ordered, classes, gradient, loss: 0, active: 0, tooClose: [] };
}

/** Adds the pairs of point i with the points `from` to `to`, those of another class and closer than m. */
export function repel(state: Repulsion, i: number, from: number, to: number): void {
  if (from >= to) return;
  if (state.d === 2) repelInPlane(state, i, from, to);
  else repelInAny(state, i, from, to);
}

/**
 * Squares below this may be of distances below m: a little more than m², so that it is the distance that decides, as
 * for a single pair.
 */
const bound = (m: number) => m * m * (1 + 1e-12) + TINY;

function repelInPlane(state: Repulsion, i: number, from: number, to: number): void {
  const { m, x, classes, gradient } = state;
  const limit = bound(m);
  const own = classes[i] as number;
  const a = x[2 * i] as number;
  const b = x[2 * i + 1] as number;
  let loss = 0;
  let active = 0;
  let ga = 0;
  let gb = 0;
  for (let j = from; j < to; j++) {
    const u = a - (x[2 * j] as number);
    const v = b - (x[2 * j + 1] as number);
    const square = u * u + v * v;
    if (!(square < limit) || classes[j] === own) continue;
    if (square < TINY) {
      meet(state, i, j);
      continue;
    }
    const D = Math.sqrt(square);
    if (D >= m) continue;
    const gap = m - D;
    const pull = -gap / D;
    active++;
    loss += gap * gap;
    ga += pull * u;
    gb += pull * v;
    gradient[2 * j] = (gradient[2 * j] as number) - pull * u;
    gradient[2 * j + 1] = (gradient[2 * j + 1] as number) - pull * v;
  }
  gradient[2 * i] = (gradient[2 * i] as number) + ga;
  gradient[2 * i + 1] = (gradient[2 * i + 1] as number) + gb;
  state.loss += loss / 2;
  state.active += active;
}

function repelInAny(state: Repulsion, i: number, from: number, to: number): void {
  const { m, d, x, classes, gradient } = state;
  const limit = bound(m);
  const own = classes[i] as number;
  let loss = 0;
  let active = 0;
  for (let j = from; j < to; j++) {
    if (classes[j] === own) continue;
    const square = squaredDistance(x, i * d, j * d, d);
    if (!(square < limit)) continue;
    if (square < TINY) {
      meet(state, i, j);
      continue;
    }
    const D = Math.sqrt(square);
    if (D >= m) continue;
    const gap = m - D;
    active++;
    loss += gap * gap;
    for (let k = i * d, l = j * d; l < (j + 1) * d; k++, l++) {
      const g = (gap / D) * ((x[k] as number) - (x[l] as number));
      gradient[k] = (gradient[k] as number) - g;
      gradient[l] = (gradient[l] as number) + g;
    }
  }
  state.loss += loss / 2;
  state.active += active;
}

/** Points at one place cost ½m² and do not push each other, by convention; others so close are left for later. */
function meet(state: Repulsion, i: number, j: number): void {
  const { m, d, x } = state;
  for (let k = 0; k < d; k++) {
    if (x[i * d + k] === x[j * d + k]) continue;
    state.tooClose.push(i, j);
    return;
  }
  state.active++;
  state.loss += (m * m) / 2;
}
