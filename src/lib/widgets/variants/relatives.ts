import {
  chopra2005OfDistance,
  contrastiveOfDistance,
  cosineEmbeddingOfCosine,
  doubleMarginOfDistance,
  linearContrastiveOfDistance,
  squaredDistanceContrastiveOfDistance,
} from '../../losses';

/** A loss and its slope ∂L/∂D at one distance. */
export interface AtDistance {
  loss: number;
  slope: number;
}

/** What all relatives are given: the same label and the same margin. */
export interface Setting {
  y: 0 | 1;
  m: number;
  mPositive: number;
}

interface Relative {
  name: string;
  /** The loss of this pair kind in plain text. */
  formula: Record<0 | 1, string>;
  at(D: number, setting: Setting): AtDistance;
  /** The distances at which its slope jumps. */
  jumps?(setting: Setting): number[];
  /** Whether its embeddings have length 1, so that no two are more than 2 apart. */
  unitLength?: boolean;
  /** What this relative makes of the common margin, where that needs saying. */
  remark?: string;
}

/** Two vectors of length 1 at distance D have the cosine 1 − ½D², whose slope is −D. */
function cosine(D: number, { y, m }: Setting): AtDistance {
  const { loss, slope } = cosineEmbeddingOfCosine(1 - (D * D) / 2, y, { m, convention: '0-similar' });
  return { loss, slope: 0 - slope * D };
}

export const relatives = {
  linear: {
    name: 'not squared',
    formula: { 0: 'D', 1: 'max(0, m − D)' },
    at: (D, { y, m }) => linearContrastiveOfDistance(D, y, { m }),
    jumps: ({ y, m }) => (y === 1 ? [m] : [0]),
  },
  'without-half': {
    name: 'without the ½',
    formula: { 0: 'D²', 1: 'max(0, m − D)²' },
    at: (D, { y, m }) => contrastiveOfDistance(D, y, { m, half: false }),
    remark: 'Loss and slope are twice as large everywhere: half the learning rate undoes it.',
  },
  'squared-distance': {
    name: 'margin on D²',
    formula: { 0: '½ D²', 1: '½ max(0, m − D²)' },
    at: (D, { y, m }) => squaredDistanceContrastiveOfDistance(D, y, { m }),
    jumps: ({ y, m }) => (y === 1 ? [Math.sqrt(m)] : []),
    remark: 'Its margin is a squared distance: the push ends at √m.',
  },
  chopra2005: {
    name: 'the loss of 2005',
    formula: { 0: '(2/Q) E²', 1: '2Q exp(−2.77 E/Q)' },
    at: (D, { y, m }) => chopra2005OfDistance(D, y, { Q: m }),
    remark: 'It has no margin. Its constant Q, meant as a bound of the distance E, is set to m here.',
  },
  'double-margin': {
    name: 'two margins',
    formula: { 0: '½ max(0, D − m⁺)²', 1: '½ max(0, m − D)²' },
    at: (D, { y, m, mPositive }) => doubleMarginOfDistance(D, y, { m, mPositive }),
  },
  cosine: {
    name: 'cosine',
    formula: { 0: '1 − cos θ', 1: 'max(0, cos θ − m)' },
    at: cosine,
    jumps: ({ y, m }) => (y === 1 && m < 1 ? [Math.sqrt(2 * (1 - m))] : []),
    unitLength: true,
    remark: 'For vectors of length 1, cos θ = 1 − ½D². Its margin bounds the cosine from above.',
  },
  normalised: {
    name: 'normalised',
    formula: { 0: '½ D²', 1: '½ max(0, m − D)²' },
    at: (D, { y, m }) => contrastiveOfDistance(D, y, { m }),
    unitLength: true,
    remark: 'The loss of this page for vectors of length 1: no two are more than 2 apart.',
  },
} satisfies Record<string, Relative>;

export type RelativeName = keyof typeof relatives;

export const relative = (name: RelativeName): Relative => relatives[name];
