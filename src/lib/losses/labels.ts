import { requireOption } from './require';

/** What the labels of pairs mean. Hadsell, Chopra, LeCun (2006) write 0 for similar. */
export type LabelConvention = '0-similar' | '1-similar' | 'plus-minus-one';

/** For each convention, the label of a similar and of a dissimilar pair. */
export const LABELS: Record<LabelConvention, { similar: number; dissimilar: number }> = {
  '0-similar': { similar: 0, dissimilar: 1 },
  '1-similar': { similar: 1, dissimilar: 0 },
  'plus-minus-one': { similar: 1, dissimilar: -1 },
};

/**
 * The label of a similar and of a dissimilar pair in a convention.
 * @throws RangeError for a convention that there is not
 */
export function sidesOf(convention: LabelConvention): (typeof LABELS)[LabelConvention] {
  // Looked up first: this runs for every pair.
  const sides: (typeof LABELS)[LabelConvention] | undefined = LABELS[convention];
  if (sides === undefined) requireOption('convention', convention, Object.keys(LABELS));
  return sides;
}

/**
 * The label in Hadsell's convention: 0 for a similar pair, 1 for a dissimilar one.
 * @throws RangeError for a label that the convention does not have
 */
export function dissimilarity(label: number, convention: LabelConvention, name = 'label'): 0 | 1 {
  const { similar, dissimilar } = sidesOf(convention);
  if (label === similar) return 0;
  if (label === dissimilar) return 1;
  throw new RangeError(
    `${name} is ${label}; in the convention ${convention} it is ${similar} (similar) or ${dissimilar} (dissimilar)`,
  );
}
