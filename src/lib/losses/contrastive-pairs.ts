import { addBlock } from './contrastive-block';
import { noSums, reduceSums, type ContrastiveBatchOptions, type ContrastiveTerms } from './contrastive-terms';
import { reader, writer } from './flat-windows';
import { dissimilarity, sidesOf, type LabelConvention } from './labels';
import { REDUCER, share } from './reducers';
import { requireFinite, requireFlag, requireNonNegative, requireOption } from './require';

export interface ContrastivePairsOptions extends ContrastiveBatchOptions {
  /** What the labels mean; default Hadsell's, 0 = similar. */
  convention?: LabelConvention;
}

/** Where the gradients go: two arrays of n·d numbers. */
export interface PairGradients<A extends Float64Array | Float32Array = Float64Array | Float32Array> {
  x1: A;
  x2: A;
}

/** About as many numbers are worked on at a time: large enough to be no cost, small enough to stay in the cache. */
const NUMBERS = 65536;

/**
 * The contrastive loss of many given pairs of embeddings, as {@link contrastive} has it, at the speed of a bare loop.
 * Nothing is allocated for a pair. Fastest with Float64Array and, in Hadsell's convention, Uint8Array.
 *
 * @param x1 n·d finite numbers, embedding after embedding
 * @param x2 as many, in the same order
 * @param y n labels, in the convention of the options
 * @param d dimension, a whole number ≥ 1
 * @param out where ∂loss/∂x₁ and ∂loss/∂x₂ are written: neither x1 nor x2. New arrays unless given.
 *   What they hold after an error is not stated.
 * @throws RangeError naming the argument
 * @see Hadsell, Chopra, LeCun (2006), eq. 4
 */
export function contrastivePairs(
  x1: ArrayLike<number>,
  x2: ArrayLike<number>,
  y: ArrayLike<number>,
  d: number,
  options?: ContrastivePairsOptions,
): ContrastiveTerms<PairGradients<Float64Array>>;
export function contrastivePairs<A extends Float64Array | Float32Array>(
  x1: ArrayLike<number>,
  x2: ArrayLike<number>,
  y: ArrayLike<number>,
  d: number,
  options: ContrastivePairsOptions | undefined,
  out: PairGradients<A>,
): ContrastiveTerms<PairGradients<A>>;
export function contrastivePairs(
  x1: ArrayLike<number>,
  x2: ArrayLike<number>,
  y: ArrayLike<number>,
  d: number,
  options: ContrastivePairsOptions = {},
  out?: PairGradients,
): ContrastiveTerms<PairGradients> {
  const { m = 1, reducer = 'mean', similar = true, dissimilar = true, convention = '0-similar' } = options;
  requireNonNegative('m', m);
  requireFlag('similar', similar);
  requireFlag('dissimilar', dissimilar);
  requireOption('reducer', reducer, REDUCER.options);
  sidesOf(convention);
  const n = y.length;
  requireSize('x1', x1, n, d);
  requireSize('x2', x2, n, d);
  const gradient = out ?? { x1: new Float64Array(n * d), x2: new Float64Array(n * d) };
  requireSize('out.x1', gradient.x1, n, d);
  requireSize('out.x2', gradient.x2, n, d);
  const inputs: unknown[] = [x1, x2];
  if (gradient.x1 === gradient.x2 || inputs.includes(gradient.x1) || inputs.includes(gradient.x2)) {
    throw new RangeError('out.x1 or out.x2 is another argument; arrays of their own are needed');
  }

  // The factor is known beforehand unless it hangs on how many pairs of a kind there are, or on how many are active.
  const known = reducer === 'sum' || (reducer === 'mean' && similar && dissimilar);
  const weight = known ? share(reducer, n, n) : 1;
  const forces = { m, similar: similar ? weight : 0, dissimilar: dissimilar ? weight : 0 };
  const sums = noSums();
  const size = Math.max(1, Math.min(n, Math.floor(NUMBERS / d)));
  const [first, second] = [reader(x1, size * d), reader(x2, size * d)];
  const [out1, out2] = [writer(gradient.x1, size * d), writer(gradient.x2, size * d)];
  const sides = sideReader(y, size, convention);
  for (let from = 0; from < n; from += size) {
    const to = Math.min(n, from + size);
    const [start, end] = [from * d, to * d];
    const [g1, g2] = [out1.part(start, end), out2.part(start, end)];
    const block = {
      n: to - from,
      d,
      x1: first(start, end),
      x2: second(start, end),
      y: sides(from, to),
      g1,
      g2,
    };
    const bad = addBlock(block, forces, sums);
    if (bad >= 0) {
      dissimilarity(y[from + bad] as number, convention, `y[${from + bad}]`);
      requireFinite('x1', x1);
      requireFinite('x2', x2);
    }
    out1.putBack(g1, start);
    out2.putBack(g2, start);
  }
  const { factor, terms } = reduceSums(sums, { reducer, similar, dissimilar });
  if (!known) {
    scale(gradient.x1, factor);
    scale(gradient.x2, factor);
  }
  return { ...terms, gradient };
}

function requireSize(name: string, x: ArrayLike<number>, n: number, d: number): void {
  if (!(Number.isInteger(d) && d >= 1)) throw new RangeError(`d is ${d}; a whole number ≥ 1 is allowed`);
  if (x.length !== n * d) {
    throw new RangeError(`${name} has ${x.length} numbers; ${n} pairs in ${d} dimensions need ${n * d}`);
  }
}

/** Parts of the labels: 0 for a similar pair, 1 for a dissimilar one, above 1 for what the convention does not have. */
function sideReader(
  y: ArrayLike<number>,
  most: number,
  convention: LabelConvention,
): (from: number, to: number) => Uint8Array {
  if (y instanceof Uint8Array && convention === '0-similar') return (from, to) => y.subarray(from, to);
  const { similar, dissimilar } = sidesOf(convention);
  const sides = new Uint8Array(most);
  return (from, to) => {
    for (let i = from; i < to; i++) sides[i - from] = y[i] === similar ? 0 : y[i] === dissimilar ? 1 : 2;
    return sides.subarray(0, to - from);
  };
}

function scale(x: Float64Array | Float32Array, factor: number): void {
  for (let k = 0; k < x.length; k++) x[k] = (x[k] as number) * factor;
}
