import {
  normalise,
  reduce,
  throughNormalisation,
  tripletMined,
  tripletOfDistances,
  type Triplet,
} from '../../losses';
import { Trajectory } from '../../state/descent';
import { batchOf, embed, gradientOfWeights, N, type Batch, type Matrix } from './batch';
import { minerFor, type Mining } from './miners';

/** The learning rate, for the weights and, times N/3, for free points. */
const RATE = 0.08;
/** A step goes no farther than this, over all numbers that it changes; one that goes less than `REST` is the last. */
const LONGEST = 0.5;
const REST = 1e-6;
/** An embedding whose spread is below this has collapsed. */
const POINT = 0.05;

export interface MiningValues {
  left: Mining;
  right: Mining;
  learn: 'map' | 'free';
  /** Whether an embedding is divided by its length. */
  space: 'free' | 'unit';
  distances: 'squared' | 'plain';
  charge: 'hinge' | 'soft';
  m: number;
  seed: number;
  t: number;
  anchor: number;
  lines: 'one' | 'all';
}

/** A batch at one step of a run under one choice of triplets. */
export interface MiningStep {
  t: number;
  /** What the run learns: the weights of the map, or the points themselves. */
  learned: Matrix;
  x: number[][];
  /** The chosen triplets and the loss of each. */
  triplets: readonly Triplet[];
  items: readonly number[];
  /** The mean over the chosen triplets, of which descent takes the gradient. */
  loss: number;
  /** The mean over those that cost something; 0 without any. */
  meanActive: number;
  gradient: Matrix;
}

export interface MiningSide extends MiningStep {
  /** How many of the chosen cost something, in percent. */
  active: number;
  /** Root of the mean squared distance from the centre of all points. */
  spread: number;
  collapsed: boolean;
  /** Points whose nearest neighbour is of their class. */
  right: number;
  /** The loss at the steps 0 to t. */
  history: readonly Sample[];
}

export type Sample = Pick<MiningStep, 'loss' | 'meanActive'>;
export type Memory = Trajectory<MiningStep, Sample>;

function evaluate(
  learned: Matrix,
  t: number,
  mining: Mining,
  batch: Batch,
  values: MiningValues,
): MiningStep {
  const { learn, space, distances, charge, m, seed } = values;
  const raw = learn === 'map' ? embed(learned, batch.inputs) : learned.map((row) => [...row]);
  const directions = space === 'unit' ? raw.map(normalise) : undefined;
  const x = directions?.map(({ unit }) => unit) ?? raw;
  const { loss, items, triplets, gradient } = tripletMined(x, batch.labels, minerFor(mining, seed, t), {
    m,
    form: charge,
    squared: distances === 'squared',
  });
  const g = directions?.map((to, i) => throughNormalisation(to, gradient.x[i] ?? [])) ?? gradient.x;
  return {
    t,
    learned,
    x,
    triplets,
    items,
    loss,
    meanActive: reduce(items, 'mean-active').loss,
    gradient: learn === 'map' ? gradientOfWeights(learned, batch.inputs, g) : g,
  };
}

/** Descent on the mean over the chosen triplets, the next choice being made where the step has led. */
function descend(step: MiningStep, mining: Mining, batch: Batch, values: MiningValues): MiningStep {
  const rate = values.learn === 'map' ? RATE : (RATE * N) / 3;
  const length = rate * Math.hypot(...step.gradient.flat());
  if (length < REST && mining !== 'random') return step;
  const factor = rate * Math.min(1, LONGEST / Math.max(length, REST));
  const learned = step.learned.map((row, i) => row.map((v, k) => v - factor * (step.gradient[i]?.[k] ?? 0)));
  return evaluate(learned, step.t + 1, mining, batch, values);
}

function spreadOf(x: Matrix): number {
  const centre = [0, 1].map((k) => x.reduce((sum, row) => sum + (row[k] ?? 0) / x.length, 0));
  const squares = x.map((row) => row.reduce((sum, v, k) => sum + (v - (centre[k] ?? 0)) ** 2, 0));
  return Math.sqrt(squares.reduce((sum, v) => sum + v, 0) / x.length);
}

/** How many points have a point of their class for a nearest neighbour. */
function rightOf(x: Matrix, labels: readonly number[]): number {
  const D = (a: readonly number[], b: readonly number[]) => Math.hypot(...a.map((v, k) => v - (b[k] ?? 0)));
  const nearest = x.map((at, i) => {
    const others = x.map((other, j) => (j === i ? Infinity : D(at, other)));
    return others.indexOf(Math.min(...others));
  });
  return nearest.filter((j, i) => labels[j] === labels[i]).length;
}

/**
 * One seeded batch under two choices of triplets, side by side, after `t` steps of gradient descent on the mean triplet
 * loss over the chosen triplets: Schroff, Kalenichenko, Philbin (2015); Hermans, Beyer, Leibe (2017).
 * @param memory what the caller keeps from one call to the next, to save steps already taken
 */
export function miningModel(
  values: MiningValues,
  memory: readonly [Memory, Memory] = [new Trajectory(), new Trajectory()],
) {
  const { left, right, learn, space, distances, charge, m, seed, t } = values;
  const batch = batchOf(seed);
  const start = learn === 'map' ? batch.weights : embed(batch.weights, batch.inputs);
  const side = (mining: Mining, own: Memory): MiningSide => {
    const { now, notes } = own.run(
      [mining, learn, space, distances, charge, m, seed],
      t,
      () => evaluate(start, 0, mining, batch, values),
      (step) => descend(step, mining, batch, values),
      ({ loss, meanActive }) => ({ loss, meanActive }),
    );
    const spread = spreadOf(now.x);
    return {
      ...now,
      active: (100 * now.items.filter((item) => item > 0).length) / Math.max(1, now.items.length),
      spread,
      collapsed: spread < POINT,
      right: rightOf(now.x, batch.labels),
      history: notes,
    };
  };
  const [a, b] = [side(left, memory[0]), side(right, memory[1])];
  return {
    a,
    b,
    labels: batch.labels,
    /** What a triplet costs whose two distances are the same, as in a collapse: m, or log 2. */
    level: tripletOfDistances(0, 0, { m, form: charge }).loss,
  };
}

export type MiningModel = ReturnType<typeof miningModel>;
