import { labelled, picturesOf } from '../../src/lib/learning/pictures';
import { settingsFrom, type Settings } from '../../src/lib/learning/settings';
import { Trainer } from '../../src/lib/learning/trainer';
import { digitsOfPackage, trainingShare } from '../digits/package';
import type { Trace, TraceFile } from './format';

/** How far a replayed run is from the recorded one. */
export interface Replay {
  name: string;
  agrees: boolean;
  /** The largest error as a part of what is allowed: 1 is the limit. */
  worst: number;
  /** The largest relative error of what is not zero. */
  relative: number;
  /** Where the worst one is: `loss of step 12`, `final W2`. */
  where: string;
}

const MINERS = {
  triplet_batch_hard: 'batch-hard',
  triplet_semihard: 'nearest-semi-hard',
  triplet_batch_all: 'all',
} as const;

function settingsOf({ cfg }: Trace): Settings {
  const { classes, side, hidden, dim, loss, lr, seed } = cfg;
  const named =
    loss === 'contrastive' || loss === 'arcface' ? { loss } : { loss: 'triplet', miner: MINERS[loss] };
  const given = {
    margin: cfg.margin ?? cfg.m,
    scale: cfg.s,
    batch: cfg.batch,
    P: cfg.P,
    K: cfg.K,
    optimiser: cfg.opt,
    past: cfg.impl === 'insightface' ? 'none' : undefined,
    arcFaceGradient: cfg.impl === 'insightface' ? 'straight-through' : undefined,
  };
  const known = Object.entries(given).filter(([, value]) => value !== undefined);
  return settingsFrom({ classes, side, hidden, dim, rate: lr, seed, ...named, ...Object.fromEntries(known) });
}

interface Measure {
  where: string;
  ours: number;
  theirs: number;
  /** What an error is relative to, where not to the number itself. */
  size?: number;
}

const sum = (values: Iterable<number>, of = (value: number) => value) => {
  let total = 0;
  for (const value of values) total += of(value);
  return total;
};

/** Numbers that stand beside each other: their errors are relative to the largest, as one sum may end near zero. */
const list = (where: string, ours: ArrayLike<number>, theirs: readonly number[], size = 0): Measure[] => {
  const largest = theirs.reduce((most, value) => Math.max(most, Math.abs(value)), size);
  return theirs.map((value, k) => ({ where, ours: ours[k] ?? NaN, theirs: value, size: largest }));
};

/** Takes a recorded run again, in double precision, and holds every recorded number against ours. */
export function replay(trace: Trace, { rel, abs }: TraceFile['tol']): Replay {
  const settings = settingsOf(trace);
  const { side, hidden } = settings;
  const pixels = side * side;
  const digits = settings.classes.map((digit) => digitsOfPackage(digit, side));
  const share = digits.map((grey) => trainingShare(grey.length / pixels) * pixels);
  const data = labelled(
    digits.map((grey, c) => grey.subarray(0, share[c])),
    pixels,
    { precision: 'double' },
  );
  const trainer = new Trainer(settings, data);
  const { W1, b1, W2, b2 } = trainer.weights;
  const first4 = [0, 1, 2, 3].map((p) => W1[p * hidden] as number);
  const measures = [
    ...list('initial W1', first4, trace.init.W1_first4),
    ...list('initial W2', W2.slice(), trace.init.W2.flat()),
    ...trace.losses.map((theirs, k) => ({
      where: `loss of step ${k + 1}`,
      ours: trainer.step().loss,
      theirs,
    })),
  ];
  const { final } = trace;
  const held = (digits[0] as Float64Array).subarray(share[0]).subarray(0, 3 * pixels);
  const embeddings = trainer.embed(picturesOf(held, pixels, { precision: 'double' }));
  measures.push(
    { where: 'final sum of W1', ours: sum(W1), theirs: final.W1_sum },
    { where: 'final sum of squares of W1', ours: sum(W1, (w) => w * w), theirs: final.W1_sumsq },
    { where: 'final sum of b1', ours: sum(b1), theirs: final.b1_sum },
    ...list('final W2', W2, final.W2.flat()),
    // Where a translation costs nothing, the gradient of b₂ is zero but for rounding, which Adam makes larger: such a b₂
    // is compared by the measure of the weights beside it.
    ...list('final b2', b2, final.b2, 1),
    ...list('final embeddings', embeddings, final.embed_first3_heldout_of_first_class.flat()),
    { where: 'next random number', ours: trainer.drawNext(), theirs: trace.next_u },
  );
  return summarise(trace.name, measures, rel, abs);
}

function summarise(name: string, measures: readonly Measure[], rel: number, abs: number): Replay {
  const excess = ({ ours, theirs, size = Math.abs(theirs) }: Measure) => {
    const part = Math.abs(ours - theirs) / (abs + rel * size);
    return Number.isNaN(part) ? Infinity : part;
  };
  const worst = measures.reduce((a, b) => (excess(b) > excess(a) ? b : a));
  const relative = Math.max(
    ...measures.map(({ ours, theirs, size = Math.abs(theirs) }) =>
      size === 0 ? 0 : Math.abs(ours - theirs) / size,
    ),
  );
  return { name, agrees: excess(worst) <= 1, worst: excess(worst), relative, where: worst.where };
}
