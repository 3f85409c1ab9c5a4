import type { Numbers } from './declare';
import { lengthOf } from './distances';
import type { Miner } from './mining';
import { SHUT, share, type Reducer } from './reducers';
import { requireFinite, requireNonNegative, requireWhole, requireFunction } from './require';
import { rowAt } from './rows';

export interface FlatTripletOptions {
  /** The margin m ≥ 0, a Euclidean distance; default 1. */
  m?: number;
  /** Default `mean`. */
  reducer?: Reducer;
}

/** What a batch of triplets came to. */
export interface FlatTriplets {
  loss: number;
  /** How many triplets were chosen, and how many of them have a loss. */
  triplets: number;
  active: number;
  /** ∂loss/∂x, n·d numbers. */
  gradient: Float64Array;
}

/** The Euclidean distances of n embeddings, as `euclidean` measures them; every one is measured once. */
function distancesAmong(x: ArrayLike<number>, n: number, d: number): number[][] {
  const D = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  const u = new Float64Array(d);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      for (let k = 0; k < d; k++) u[k] = (x[i * d + k] as number) - (x[j * d + k] as number);
      const distance = lengthOf(u);
      rowAt(D, i)[j] = distance;
      rowAt(D, j)[i] = distance;
    }
  }
  return D;
}

/**
 * The triplet loss over the triplets that a miner chooses, with the hinge and Euclidean distances: `tripletMined` to the
 * last bit, for embeddings that lie flat. Nothing is allocated for a pair.
 *
 *     L = max(0, d(a,p) − d(a,n) + m),   ∂L/∂a = (a − p)/d(a,p) − (a − n)/d(a,n),   …       where L > 0, else 0
 *
 * Kinks: those of `triplet` and of `euclidean`, with the same conventions.
 *
 * @param x n·d finite numbers, embedding after embedding
 * @param d dimension, a whole number ≥ 1
 * @param labels n whole numbers ≥ 0
 * @throws RangeError naming the argument
 * @see Hermans, Beyer, Leibe (2017), section 2; Schroff, Kalenichenko, Philbin (2015), section 3.2
 */
export function tripletMinedFlat(
  x: ArrayLike<number>,
  d: number,
  labels: Numbers,
  miner: Miner,
  { m = 1, reducer = 'mean' }: FlatTripletOptions = {},
): FlatTriplets {
  requireWhole('d', d);
  requireNonNegative('m', m);
  requireFunction('miner', miner, 'batchHard');
  requireFinite('x', x);
  const n = labels.length;
  if (x.length !== n * d)
    throw new RangeError(`x has ${x.length} numbers; ${n * d} are needed, ${d} a label`);
  const D = distancesAmong(x, n, d);
  const chosen = miner(D, labels);
  const gradient = new Float64Array(n * d);
  let [sum, active] = [0, 0];
  for (const [a, p, q] of chosen) {
    const [ap, an] = [rowAt(rowAt(D, a), p), rowAt(rowAt(D, a), q)];
    const loss = Math.max(0, ap - an + m);
    sum += loss;
    if (!(loss > 0)) continue;
    if (loss > SHUT) active++;
    for (let k = 0; k < d; k++) {
      const [i, j, l] = [a * d + k, p * d + k, q * d + k];
      const pull = ap > 0 ? ((x[i] as number) - (x[j] as number)) / ap : 0;
      const push = an > 0 ? ((x[i] as number) - (x[l] as number)) / an : 0;
      gradient[i] = (gradient[i] as number) + (pull - push);
      gradient[j] = (gradient[j] as number) - pull;
      gradient[l] = (gradient[l] as number) + push;
    }
  }
  const factor = share(reducer, chosen.length, active);
  for (let k = 0; k < gradient.length; k++) gradient[k] = factor * (gradient[k] as number);
  return { loss: sum * factor, triplets: chosen.length, active, gradient };
}
