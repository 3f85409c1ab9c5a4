import { SHUT, type Reducer } from '../reducers';

/**
 * The cross-entropy of the similarities s, whose diagonal is the true answers. The mean over active items needs the
 * digits of an item near zero, which the difference of two large numbers has lost.
 */
export const diagonalCrossEntropy = (reducer: Reducer): string[] =>
  reducer === 'mean-active'
    ? [
        'index = xp.arange(s.shape[0])',
        `rivals = xp.where(index[:, None] == index[None, :], ${NONE}, s)`,
        'loss = xp.softplus(xp.logsumexp(rivals, axis=1) - xp.diagonal(s))',
      ]
    : ['loss = xp.logsumexp(s, axis=1) - xp.diagonal(s)'];

/** What is less than every exponent that counts: a term that is left out of a sum of exponentials. */
export const NONE = '-1e30';

/** The items that `mean-active` counts. */
export const isActive = (items: string) => `${items} > ${SHUT}`;

/** The last lines: the items in `loss` become one number. With a mask, only items of the mask exist. */
export function reduced(reducer: Reducer, mask?: string): string[] {
  if (reducer === 'sum') return ['return xp.sum(loss)'];
  if (reducer === 'mean' && mask === undefined) return ['return xp.mean(loss)'];
  const counted = reducer === 'mean' ? mask : isActive('loss');
  return [`count = xp.sum(xp.where(${counted}, 1.0, 0.0))`, 'return xp.sum(loss) / xp.at_least(count, 1.0)'];
}

type DistanceName = 'euclidean' | 'cosine' | 'normalised';

/** The distance of row i of one array from row i of another. */
export function distanceOfRows(name: DistanceName, a: string, b: string): string {
  const unit = (x: string) => `xp.normalize(${x}, axis=-1)`;
  switch (name) {
    case 'euclidean':
      return `xp.norm(${a} - ${b}, axis=-1)`;
    case 'cosine':
      return `1 - xp.sum(${unit(a)} * ${unit(b)}, axis=-1)`;
    case 'normalised':
      return `xp.norm(${unit(a)} - ${unit(b)}, axis=-1)`;
  }
}

/** D, the distance of every row of x from every other. */
export function distanceMatrix(name: DistanceName): string[] {
  const unit = 'unit = xp.normalize(x, axis=-1)';
  const between = (x: string) => `D = xp.norm(${x}[:, None] - ${x}[None, :], axis=-1)`;
  switch (name) {
    case 'euclidean':
      return [between('x')];
    case 'cosine':
      return [unit, 'D = 1 - unit @ xp.transpose(unit)'];
    case 'normalised':
      return [unit, between('unit')];
  }
}

/** s, the similarity of every row of a with every row of b: cosines, or scalar products. */
export function similarityMatrix(a: string, b: string, normalise: boolean): string {
  const unit = (x: string) => (normalise ? `xp.normalize(${x}, axis=-1)` : x);
  return `s = ${unit(a)} @ xp.transpose(${unit(b)})`;
}

/** Who is of the class of whom in a labelled batch, without oneself, and who is not. */
export const PARTNERS = [
  'index = xp.arange(labels.shape[0])',
  'same = labels[:, None] == labels[None, :]',
  'positive = same & (index[:, None] != index[None, :])',
  'negative = labels[:, None] != labels[None, :]',
];
