import type { ArcFaceOptions } from '../losses/arcface';
import { MINING, type MinerName } from '../losses/miner-names';
import { DIFFERENCES, type Augmentation } from './augment';
import type { OptimiserName } from './optimiser';

/** The losses of two towers, which learn from pictures with their names. */
const TOWER_LOSSES = ['clip', 'siglip'] as const;
export type TowerLoss = (typeof TOWER_LOSSES)[number];

/** `views` is InfoNCE both ways between two views of each picture, and needs no label; the loss of the library is CLIP's. */
export type LossName =
  'contrastive' | 'triplet' | 'arcface' | 'softmax' | 'infonce' | 'views' | 'supcon' | TowerLoss;

/** Whether a loss has two networks learn. */
export const hasTwoTowers = (loss: LossName): loss is TowerLoss =>
  (TOWER_LOSSES as readonly LossName[]).includes(loss);

/** Whether a loss compares the directions of embeddings alone, and never their lengths. */
export const comparesDirections = (loss: LossName): boolean => loss !== 'contrastive' && loss !== 'triplet';

/** Everything that a run is made from: the same settings give the same run. */
export interface Settings {
  /** The digits to tell apart: from 2 to 10 different ones, from 0 to 9. */
  classes: readonly number[];
  /** Pixels along a side of a picture. */
  side: number;
  /** Units of the hidden layer. */
  hidden: number;
  /** Dimension of the embedding. */
  dim: number;
  loss: LossName;
  /** m: a distance for contrastive and triplet, an angle in radians for ArcFace; of no effect on the others. */
  margin: number;
  /** s, the scale of the logits of ArcFace and the normalised softmax. */
  scale: number;
  /** τ of InfoNCE, of views and of SupCon. */
  temperature: number;
  /** Which triplets of a batch count. Of all of them the mean of the active ones is taken, else the mean of the chosen. */
  miner: MinerName;
  /** What makes a pair similar: one class, or being among the five nearest neighbours in pixel space. Contrastive only. */
  pairs: 'class' | 'neighbours';
  /** What the two views of a picture may differ in. Views only. */
  augment: Augmentation;
  /**
   * Pairs in a batch; for ArcFace and the softmax pictures. For InfoNCE about as many pairs, in groups of one a class; for
   * SupCon twice as many pictures.
   */
  batch: number;
  /** Classes in a batch of triplets, P, and pictures of each, K. */
  P: number;
  K: number;
  optimiser: OptimiserName;
  /** Learning rate. */
  rate: number;
  seed: number;
  /**
   * Which held-out pictures are measured among which of those that were learned from: all, or every third among every
   * sixth. Then it is also measured what stands before the last layer, and the sixes and nines alone.
   */
  measured: 'all' | 'some';
  /** What ArcFace does past θ = π − m, and whether its margin is within the gradient; see `arcFace` of the losses. */
  past: NonNullable<ArcFaceOptions['past']>;
  arcFaceGradient: NonNullable<ArcFaceOptions['gradient']>;
}

/** The experiment of Hadsell, Chopra and LeCun (2006), with the network of our reference. */
export const DEFAULTS: Settings = {
  classes: [4, 9],
  side: 14,
  hidden: 64,
  dim: 2,
  loss: 'contrastive',
  margin: 1,
  scale: 16,
  temperature: 0.1,
  miner: 'nearest-semi-hard',
  pairs: 'class',
  augment: 'little',
  batch: 64,
  P: 10,
  K: 8,
  optimiser: 'adam',
  rate: 0.002,
  seed: 1,
  measured: 'all',
  past: 'guard',
  arcFaceGradient: 'exact',
};

type Range = { kind: 'number' | 'whole'; min: number; max: number };
type Options = { kind: 'option'; options: readonly (string | number)[] };

/** What each setting may be, beside `classes`. */
const ALLOWED = {
  side: { kind: 'option', options: [14, 28] },
  hidden: { kind: 'whole', min: 1, max: 512 },
  dim: { kind: 'whole', min: 1, max: 64 },
  loss: {
    kind: 'option',
    options: ['contrastive', 'triplet', 'arcface', 'softmax', 'infonce', 'views', 'supcon', ...TOWER_LOSSES],
  },
  margin: { kind: 'number', min: 0, max: 10 },
  scale: { kind: 'number', min: 0.1, max: 128 },
  temperature: { kind: 'number', min: 0.01, max: 10 },
  miner: { kind: 'option', options: MINING.options },
  pairs: { kind: 'option', options: ['class', 'neighbours'] },
  augment: { kind: 'option', options: Object.keys(DIFFERENCES) },
  batch: { kind: 'whole', min: 2, max: 1024 },
  P: { kind: 'whole', min: 2, max: 10 },
  K: { kind: 'whole', min: 2, max: 32 },
  optimiser: { kind: 'option', options: ['adam', 'sgd'] },
  rate: { kind: 'number', min: 0, max: 10 },
  seed: { kind: 'whole', min: 0, max: 4294967295 },
  measured: { kind: 'option', options: ['all', 'some'] },
  past: { kind: 'option', options: ['guard', 'none', 'easy'] },
  arcFaceGradient: { kind: 'option', options: ['exact', 'straight-through'] },
} as const satisfies Record<Exclude<keyof Settings, 'classes'>, Range | Options>;

/** The settings that may change while a network learns; with others it would be another network or other data. */
export const CHANGEABLE = [
  'loss',
  'margin',
  'scale',
  'temperature',
  'miner',
  'pairs',
  'batch',
  'P',
  'K',
  'rate',
] as const satisfies readonly (keyof Settings)[];

export type Change = Partial<Pick<Settings, (typeof CHANGEABLE)[number]>>;

function wrong(name: string, value: unknown, allowed: string): never {
  throw new RangeError(`${name} is ${JSON.stringify(value)}; ${allowed} is allowed`);
}

function check(name: string, value: unknown, allowed: Range | Options): void {
  if (allowed.kind === 'option') {
    const known: readonly unknown[] = allowed.options;
    if (!known.includes(value)) wrong(name, value, `one of ${allowed.options.join(', ')}`);
    return;
  }
  const { min, max } = allowed;
  const isNumber = typeof value === 'number' && value >= min && value <= max;
  const whole = allowed.kind === 'whole';
  if (!isNumber || (whole && !Number.isInteger(value))) {
    wrong(name, value, `${whole ? 'a whole number' : 'a number'} from ${min} to ${max}`);
  }
}

function checkClasses(value: unknown): void {
  const isDigit = (c: unknown) => Number.isInteger(c) && (c as number) >= 0 && (c as number) <= 9;
  const good =
    Array.isArray(value) && value.length >= 2 && value.every(isDigit) && new Set(value).size === value.length;
  if (!good) wrong('classes', value, 'a list of 2 to 10 different digits');
}

/**
 * Settings from anywhere, checked; what is not said is at its default, what is not known is refused.
 * @throws RangeError naming the setting, its value and what is allowed
 */
export function settingsFrom(value: Partial<Record<keyof Settings, unknown>>): Settings {
  const settings: Record<string, unknown> = { ...DEFAULTS };
  for (const [name, given] of Object.entries(value)) {
    if (name === 'classes') checkClasses(given);
    else if (Object.hasOwn(ALLOWED, name)) check(name, given, ALLOWED[name as keyof typeof ALLOWED]);
    else throw new RangeError(`there is no setting “${name}”; there are ${Object.keys(DEFAULTS).join(', ')}`);
    settings[name] = given;
  }
  return settings as unknown as Settings;
}

/** @throws RangeError naming the setting that cannot be so, or cannot change while a network learns */
export function changeFrom(value: Record<string, unknown>): Change {
  for (const name of Object.keys(value)) {
    if (!(CHANGEABLE as readonly string[]).includes(name)) {
      throw new RangeError(`${name} cannot change while a network learns; ${CHANGEABLE.join(', ')} can`);
    }
  }
  settingsFrom(value);
  return value as Change;
}
