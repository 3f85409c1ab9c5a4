import { contrastiveBatch, minerNamed, tripletMinedFlat, type MinerName } from '../../losses';
import { toRows } from '../objective';
import { onSphere } from './on-sphere';

/** A batch of P classes with K pictures of each, class after class, and the class weights of the losses that have some. */
export interface RaceBatch {
  /** Flat, picture after picture. */
  embeddings: Float64Array;
  dim: number;
  labels: readonly number[];
  /** Pictures of each class, K. */
  each: number;
  rows: number[][];
}

/** What a batch costs, ∂loss/∂e of each embedding, flat, and ∂loss/∂W. */
export interface RaceStep {
  loss: number;
  slopes: Float64Array;
  rowSlopes?: number[][];
}

/** The loss' own parameter, and the scale of the logits where there is one. */
export interface OwnSetting {
  value: number;
  scale?: number;
}

function flat(rows: readonly (readonly number[])[], dim: number): Float64Array {
  const out = new Float64Array(rows.length * dim);
  rows.forEach((row, i) => out.set(row, i * dim));
  return out;
}

/** Similar and dissimilar pairs each by their mean, the dissimilar ones over those inside the margin. */
export function contrastiveStep({ embeddings, dim, labels }: RaceBatch, { value: m }: OwnSetting): RaceStep {
  return onSphere(embeddings, dim, (unit) => {
    const similar = contrastiveBatch(unit, dim, labels, { m, dissimilar: false });
    const dissimilar = contrastiveBatch(unit, dim, labels, { m, similar: false, reducer: 'mean-active' });
    return {
      loss: similar.loss + dissimilar.loss,
      slopes: similar.gradient.map((slope, k) => slope + (dissimilar.gradient[k] as number)),
    };
  });
}

/** Triplets of embeddings on the sphere, chosen by a miner. */
export const tripletStep =
  (miner: MinerName) =>
  ({ embeddings, dim, labels }: RaceBatch, { value: m }: OwnSetting): RaceStep =>
    onSphere(embeddings, dim, (unit) => {
      const { loss, gradient } = tripletMinedFlat(unit, dim, labels, minerNamed(miner, m), {
        m,
        reducer: miner === 'all' ? 'mean-active' : 'mean',
      });
      return { loss, slopes: gradient };
    });

/** A loss of anchors and positives, over K/2 groups that have one pair of each class. */
export function overGroups(
  { embeddings, dim, each }: RaceBatch,
  loss: (a: number[][], p: number[][]) => { loss: number; slopes: { a: number[][]; p: number[][] } },
): RaceStep {
  const rows = toRows(embeddings, dim);
  const groups = Math.floor(each / 2);
  const classes = rows.length / each;
  const slopes = new Float64Array(embeddings.length);
  let sum = 0;
  for (let g = 0; g < groups; g++) {
    const place = (c: number, side: 0 | 1) => c * each + 2 * g + side;
    const side = (which: 0 | 1) =>
      Array.from({ length: classes }, (_, c) => rows[place(c, which)] as number[]);
    const found = loss(side(0), side(1));
    sum += found.loss;
    for (const which of [0, 1] as const) {
      found.slopes[which === 0 ? 'a' : 'p'].forEach((row, c) =>
        slopes.set(
          row.map((slope) => slope / groups),
          place(c, which) * dim,
        ),
      );
    }
  }
  return { loss: sum / groups, slopes };
}

/** What a loss of rows gives, as a step. */
export const ofRows = (loss: number, x: number[][], dim: number, rowSlopes?: number[][]): RaceStep => ({
  loss,
  slopes: flat(x, dim),
  ...(rowSlopes && { rowSlopes }),
});
