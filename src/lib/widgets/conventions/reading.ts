import { dissimilarity, LABELS, type LabelConvention } from '../../losses';

/**
 * a(y), the factor that code written for a convention gives the similar term; the dissimilar term takes 1 − a(y).
 * All three are L = a(y) · ½ D² + (1 − a(y)) · ½ max(0, m − D)²; Hadsell, Chopra, LeCun (2006), eq. 4, has 1 − y.
 */
const similarWeight: Record<LabelConvention, (y: number) => number> = {
  '0-similar': (y) => 1 - y,
  '1-similar': (y) => y,
  'plus-minus-one': (y) => (1 + y) / 2,
};

/** What the loss library says to a label outside the convention; `null` where it knows the label. */
function refusal(label: number, convention: LabelConvention): string | null {
  try {
    dissimilarity(label, convention);
    return null;
  } catch (error) {
    return (error as RangeError).message;
  }
}

/** What descent does to a pair whose similar term is weighed by a, in words. */
function effectOf(a: number): string {
  if (a === 1) return 'pulled together';
  if (a === 0) return 'pushed apart, out to the margin';
  if (a === 0.5) return 'half pulled, half pushed, to half the margin';
  return a > 1
    ? 'pulled together, harder than a similar pair'
    : 'pushed apart without end, past the margin too';
}

/** One kind of pair on its way from the data into the loss. */
export function read(convention: LabelConvention, data: LabelConvention, same: boolean) {
  const label = same ? LABELS[data].similar : LABELS[data].dissimilar;
  const a = similarWeight[convention](label);
  const right = same ? 1 : 0;
  return {
    same,
    label,
    refusal: refusal(label, convention),
    a,
    right,
    wrong: a !== right,
    effect: effectOf(a),
    intended: effectOf(right),
  };
}
