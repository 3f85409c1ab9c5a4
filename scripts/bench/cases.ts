import { contrastiveBatch } from '../../src/lib/losses/contrastive-batch';
import { contrastivePairs } from '../../src/lib/losses/contrastive-pairs';
import { normal, random } from '../../src/lib/state/random';
import { bareAllPairs, barePairs } from './bare';

/** Given pairs, flat; y is 0 for a similar pair. */
export interface Pairs {
  n: number;
  d: number;
  m: number;
  x1: Float64Array;
  x2: Float64Array;
  y: Uint8Array;
}

/** Something to be timed, in several ways that must come to one loss. */
export interface Case {
  title: string;
  /** The pairs that the loss is over, counted. */
  pairs: number;
  /** The pairs of turn 0, for further ways; absent where they are all pairs of points. */
  given?: Pairs;
  /** Each returns the mean loss of the pairs of a turn, and leaves the gradient in arrays of its own. */
  bare(turn: number): number;
  library(turn: number): number;
}

const POWERS: Record<number, string> = { 1e3: '10³', 1e4: '10⁴', 1e5: '10⁵', 1e6: '10⁶' };

const gaussian = (count: number, seed: number) => {
  const uniform = random(seed);
  return Float64Array.from({ length: count }, () => normal(uniform));
};

/** Turns have pairs of their own until there are this many numbers: a processor learns the labels of a few by heart. */
const NUMBERS = 200_000;

/** n random pairs, half of them similar, with m where about half of the dissimilar ones are active. */
function givenPairs(n: number, d: number): Case {
  const turns = Math.ceil(NUMBERS / (n * d));
  // The distance of two standard normal points is about √(2d).
  const m = Math.sqrt(2 * d);
  const [first, second] = [gaussian(turns * n * d, 1), gaussian(turns * n * d, 2)];
  const uniform = random(3);
  const y = Uint8Array.from({ length: turns * n }, () => Number(uniform() < 0.5));
  const out = { x1: new Float64Array(n * d), x2: new Float64Array(n * d) };
  const batch = (turn: number): Pairs => {
    const from = (turn % turns) * n;
    const numbers = [from * d, (from + n) * d] as const;
    return {
      n,
      d,
      m,
      x1: first.subarray(...numbers),
      x2: second.subarray(...numbers),
      y: y.subarray(from, from + n),
    };
  };
  return {
    title: `${POWERS[n] ?? n} pairs, ${d}-D`,
    pairs: n,
    given: batch(0),
    bare: (turn) => {
      const { x1, x2, y } = batch(turn);
      return barePairs(x1, x2, y, d, m, out.x1, out.x2);
    },
    library: (turn) => {
      const { x1, x2, y } = batch(turn);
      return contrastivePairs(x1, x2, y, d, { m }, out).loss;
    },
  };
}

function allPairs(n: number, d: number, m: number): Case {
  const points = gaussian(n * d, 4);
  const labels = Int32Array.from({ length: n }, (_, i) => i % 10);
  const out = new Float64Array(n * d);
  return {
    title: `all pairs of ${n.toLocaleString('en')} points, ${d}-D, m = ${m}`,
    pairs: (n * (n - 1)) / 2,
    bare: () => bareAllPairs(points, d, labels, m, out),
    library: () => contrastiveBatch(points, d, labels, { m }, out).loss,
  };
}

/** Each case is made when it is its turn: their arrays together would be large. */
export const cases: (() => Case)[] = [
  ...[1e3, 1e4, 1e5, 1e6].map((n) => () => givenPairs(n, 2)),
  ...[1e3, 1e4, 1e5].map((n) => () => givenPairs(n, 128)),
  () => allPairs(1000, 2, 1),
  () => allPairs(10_000, 2, 0.05),
];
