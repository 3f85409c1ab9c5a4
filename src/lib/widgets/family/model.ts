import { Trajectory } from '../../state/descent';
import type { Cloud } from '../../state/parameters';
import { batchOf, EDGE } from './batch';
import { entryOf, type LossName } from './catalogue';
import type { Batch, BatchTerms, Entry, Knobs } from './entry';
import { tiesOf, type Tie } from './links';

export interface FamilyValues extends Knobs {
  loss: LossName;
  points: Cloud | null;
  weights: Cloud | null;
  point: number;
  lines: 'all' | 'one';
  t: number;
}

/** Length of the longest arrow on the batch to start with. */
const ARROW = 0.55;
/** No arrow is longer, wherever a point is dragged. */
const LONGEST = 0.9;
/** The share of its arrow that a point goes in one step. */
const STEP = 0.05;
/** A tie below this share of the strongest is not drawn, nor one that would move nothing by this much in the picture. */
const LEAST = 0.03;
const STILL = 0.002;
/** An item below this counts as free: its loss shows as 0.000. */
const FREE = 0.0005;

export interface FamilyStep extends BatchTerms {
  batch: Batch;
}

const size = (rows: readonly (readonly number[])[]) => Math.max(0, ...rows.map((row) => Math.hypot(...row)));

/** The magnification at which the longest arrow on the batch to start with is of a good length to look at. */
function magnification({ evaluate }: Entry, values: FamilyValues): number {
  const { x, W } = evaluate(batchOf({ points: null, weights: null }), values);
  const longest = Math.max(size(x), size(W ?? []));
  return longest > 1e-12 ? ARROW / longest : 1;
}

/** Where an arrow goes from its point: down the gradient, magnified, and held to a length. */
function arrow(gradient: readonly number[], scale: number): number[] {
  const long = Math.hypot(...gradient) * scale;
  const factor = long > LONGEST ? (scale * LONGEST) / long : scale;
  return gradient.map((g) => 0 - factor * g);
}

function step({ batch, x, W }: FamilyStep, entry: Entry, values: FamilyValues, scale: number): FamilyStep {
  const move = (rows: Batch['x'], gradients: readonly (readonly number[])[]) =>
    rows.map((row, i) => {
      const way = arrow(gradients[i] ?? [], scale);
      return row.map((v, k) => Math.min(EDGE, Math.max(-EDGE, v + STEP * (way[k] ?? 0))));
    });
  const next = { ...batch, x: move(batch.x, x), W: W ? move(batch.W, W) : batch.W };
  return { batch: next, ...entry.evaluate(next, values) };
}

/** The ties worth drawing, the strongest having the strength 1. */
function strongest(ties: readonly Tie[], scale: number): (Tie & { strength: number })[] {
  const most = Math.max(1e-9, ...ties.map(({ slope }) => Math.abs(slope)));
  return ties
    .map((tie) => ({ ...tie, strength: Math.abs(tie.slope) / most }))
    .filter(({ slope, strength }) => strength >= LEAST && Math.abs(slope) * scale >= STILL);
}

/** One loss on a labelled batch, after `t` steps down its gradient. */
export function familyModel(values: FamilyValues, memory = new Trajectory<FamilyStep>()) {
  const { loss: name, points, weights, t, m, c, lambda, angle, factor, tau } = values;
  const entry = entryOf(name);
  const scale = magnification(entry, values);
  const begin = batchOf(values);
  const { now } = memory.run(
    [name, points, weights, m, c, lambda, angle, factor, tau],
    t,
    () => ({ batch: begin, ...entry.evaluate(begin, values) }),
    (before) => step(before, entry, values, scale),
  );
  const { batch, loss, items, x, W } = now;
  const costly = items.filter((item) => Math.abs(item) >= FREE);
  const chosen = Math.min(batch.labels.length, values.point) - 1;
  const shown = ({ i, j }: Tie) => values.lines === 'all' || i === chosen || (W === null && j === chosen);
  const ties = strongest(tiesOf(entry, batch, values, W !== null), scale).filter(shown);
  const ownClass = batch.x.filter((_, i) => batch.labels[i] === batch.labels[chosen]);
  const here = batch.x[chosen] ?? [];
  const farthest = Math.max(
    0,
    ...ownClass.map((row) => Math.hypot(...row.map((v, k) => v - (here[k] ?? 0)))),
  );
  return {
    entry,
    batch,
    loss,
    items: items.length,
    charged: costly.length,
    /** The mean of the items that are not free, which some libraries report as the loss; 0 where all are. */
    mean: costly.reduce((sum, item) => sum + item, 0) / Math.max(1, costly.length),
    /** −gradient of every embedding and every class weight, magnified. */
    arrows: x.map((g) => arrow(g, scale)),
    weightArrows: W?.map((g) => arrow(g, scale)) ?? null,
    scale,
    /** Length of the gradient of the chosen point. */
    force: Math.hypot(...(x[chosen] ?? [])),
    chosen,
    pulls: ties.filter(({ slope }) => slope > 0),
    pushes: ties.filter(({ slope }) => slope < 0),
    reach: entry.reach?.(values, farthest) ?? null,
  };
}

export type FamilyModel = ReturnType<typeof familyModel>;
