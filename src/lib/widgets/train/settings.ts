import { DEFAULTS, type LossName, type Settings } from '../../learning/settings';
import type { MinerName } from '../../losses';

/** The digits 0 to 9 as the parameter `digits` has them all. */
const ALL = 'all';

const DIGITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Every two digits, and all ten: `49`, `all`. */
export const DIGIT_OPTIONS = [
  { value: ALL, label: 'all ten' },
  ...DIGITS.flatMap((a) =>
    DIGITS.filter((b) => b > a).map((b) => ({ value: `${a}${b}`, label: `${a} and ${b}` })),
  ),
];

export const digitsOf = (digits: string): number[] => (digits === ALL ? DIGITS : [...digits].map(Number));

/** What a second run differs in from the first; all else is the same, the seed too. */
export const SECONDS: Record<string, { label: string; loss: LossName; rest?: Partial<Settings> }> = {
  contrastive: { label: 'contrastive', loss: 'contrastive' },
  neighbours: { label: 'contrastive, by neighbours', loss: 'contrastive', rest: { pairs: 'neighbours' } },
  'semi-hard': { label: 'triplet, semi-hard', loss: 'triplet', rest: { miner: 'nearest-semi-hard' } },
  'batch-hard': { label: 'triplet, batch-hard', loss: 'triplet', rest: { miner: 'batch-hard' } },
  softmax: { label: 'normalised softmax', loss: 'softmax' },
  arcface: { label: 'ArcFace', loss: 'arcface' },
  infonce: { label: 'InfoNCE', loss: 'infonce' },
};

/** The margin that a loss begins with: a distance, and for ArcFace an angle in radians. */
export const marginOf = (loss: LossName): number => (loss === 'arcface' ? 0.5 : 1);

/** The learning rate that an optimiser begins with. */
export const rateOf = (optimiser: string): string => (optimiser === 'sgd' ? '0.1' : '0.002');

/** The values that a run hangs on. */
export interface RunValues {
  digits: string;
  loss: LossName;
  second: string;
  m: number;
  miner: MinerName;
  pairs: Settings['pairs'];
  rate: string;
  optimiser: Settings['optimiser'];
  network: string;
  batch: number;
  k: number;
  seed: number;
}

/** Whether a margin takes part in a loss. */
export const hasMargin = (loss: LossName): boolean => loss !== 'softmax' && loss !== 'infonce';

/** The settings of the run, and of the second one where there is one. */
export function settingsOf(values: RunValues): Settings[] {
  const wide = values.network === '28';
  const first: Settings = {
    ...DEFAULTS,
    classes: digitsOf(values.digits),
    side: wide ? 28 : 14,
    hidden: wide ? 128 : 64,
    loss: values.loss,
    // What takes no part in a loss stays at its default, so that it makes no other run of the same.
    margin: hasMargin(values.loss) ? values.m : marginOf('contrastive'),
    miner: values.loss === 'triplet' ? values.miner : DEFAULTS.miner,
    pairs: values.loss === 'contrastive' ? values.pairs : DEFAULTS.pairs,
    batch: values.loss === 'triplet' ? DEFAULTS.batch : values.batch,
    K: values.loss === 'triplet' ? values.k : DEFAULTS.K,
    rate: Number(values.rate),
    optimiser: values.optimiser,
    seed: values.seed,
  };
  const second = SECONDS[values.second];
  if (!second) return [first];
  const { loss, rest } = second;
  const { miner, pairs } = DEFAULTS;
  return [first, { ...first, loss, margin: marginOf(loss), miner, pairs, ...rest }];
}

const NAMES: Record<LossName, string> = {
  contrastive: 'contrastive loss',
  views: 'InfoNCE on views',
  supcon: 'SupCon',
  clip: 'CLIP',
  siglip: 'SigLIP',
  triplet: 'triplet loss',
  arcface: 'ArcFace',
  softmax: 'normalised softmax',
  infonce: 'InfoNCE',
};

/** What the miners are called. */
export const MINER_LABELS: Record<MinerName, string> = {
  all: 'batch-all: every triplet, mean of the active',
  violating: 'those within the margin',
  'semi-hard': 'every semi-hard one',
  hard: 'every hard one',
  easy: 'every easy one',
  'batch-hard': 'batch-hard: farthest and nearest',
  'batch-easy': 'batch-easy: nearest and farthest',
  'easy-positive-semi-hard': 'easy positive, semi-hard negative',
  'hardest-negatives': 'hardest negative of each pair',
  'nearest-semi-hard': 'semi-hard: nearest beyond the positive',
};

/** A run's name: “contrastive loss, pairs by neighbours”. */
export function nameOf({ loss, pairs, miner }: Settings): string {
  if (loss === 'contrastive' && pairs === 'neighbours') return 'contrastive loss, pairs by neighbours';
  if (loss !== 'triplet') return NAMES[loss];
  return `triplet loss, ${miner === 'nearest-semi-hard' ? 'semi-hard' : miner.replaceAll('-', ' ').replace('batch hard', 'batch-hard')}`;
}

/** Steps after which a run stops by itself: as many as the recorded ones have, and again as many at each play. */
export const lengthOf = ({ classes }: Settings): number => (classes.length > 2 ? 3000 : 1500);
