import type { RowsLike, Numbers } from './declare';
import { requireLabelled } from './labelled';
import { partnersOf, type Partners } from './partners';
import { requireFiniteNumber } from './require';
import { rowAt } from './rows';
import { cosines } from './similarities';

/**
 * The informative partners of an anchor: negatives that are nearer than the farthest positive, and positives that are
 * farther than the nearest negative, either within ε,
 *
 *     s_n > min_p s_p − ε,    s_p < max_n s_n + ε.
 *
 * A larger ε keeps more pairs: above 2 all of them, below 0 only those that are out of order by more than |ε|.
 *
 * No gradient goes through the choice. An anchor that has no positive, or no negative, keeps no partner.
 *
 * @param s the similarities of the anchor with each row of the batch
 * @see Wang, Han, Huang, Dong, Scott (2019), section 4
 */
export function informative(s: Numbers, { positive, negative }: Partners, epsilon: number): Partners {
  const hardestPositive = positive.reduce((least, p) => Math.min(least, rowAt(s, p)), Infinity);
  const hardestNegative = negative.reduce((most, n) => Math.max(most, rowAt(s, n)), -Infinity);
  return {
    positive: positive.filter((p) => rowAt(s, p) - epsilon < hardestNegative),
    negative: negative.filter((n) => rowAt(s, n) + epsilon > hardestPositive),
  };
}

/**
 * The pairs that {@link informative} keeps of a batch, by their cosines: each an anchor with a partner.
 *
 * @param x N rows of d finite numbers
 * @param labels N classes: whole numbers ≥ 0
 * @param epsilon ε, a finite number; 0.1 in the paper
 * @throws RangeError naming the argument, and what is allowed
 */
export function informativePairs(
  x: RowsLike,
  labels: Numbers,
  epsilon = 0.1,
): Record<keyof Partners, [anchor: number, partner: number][]> {
  requireFiniteNumber('epsilon', epsilon);
  requireLabelled(x, labels);
  const kept = cosines(x, x).S.map((s, i) => informative(s, partnersOf(labels, i), epsilon));
  const pairs = (side: keyof Partners) =>
    kept.flatMap((partners, i) => partners[side].map((j): [number, number] => [i, j]));
  return { positive: pairs('positive'), negative: pairs('negative') };
}
