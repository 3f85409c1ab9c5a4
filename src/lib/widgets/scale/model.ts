import type { Point } from '../../geometry/frame';
import { crossEntropy, marginTarget } from '../../losses';
import { memoizeLast } from '../../state/memoize-last';

export const DIMENSIONS = ['64', '128', '256', '512', '1024'] as const;
export const COUNTS = ['2', '3', '10', '100', '1000', '10000', '100000'] as const;
/** The scales drawn beside the reader's own. */
const SCALES = [1, 4, 16, 64] as const;
export const MOST = 64;
/** Beyond this scale little more happens to the lowest loss. */
export const NEAR = 24;

export interface ScaleValues {
  s: number;
  n: (typeof COUNTS)[number];
  /** Dimensions of the embedding; they matter to the first step alone. */
  d: (typeof DIMENSIONS)[number];
  loss: 'softmax' | 'cosface' | 'arcface';
  m2: number;
  m3: number;
  theta: number;
  unit: 'full' | 'share';
}

/** What the target depends on. */
type Margin = Pick<ScaleValues, 'loss' | 'm2' | 'm3'>;

const targetOf = ({ loss, m2, m3 }: Margin) => marginTarget(loss, { m1: 1, m2, m3, past: 'guard' });

const SAMPLES = 160;

/** At the class weight itself ArcFace's pull has no direction; just beside it, it has. */
const BESIDE = 1e-6;

/**
 * One embedding at the angle θ from its own of n class weights, which are spread so that every two have the cosine
 * −1/(n − 1), the least that all can have at once. It moves where all rivals stay equally near: their cosines are
 * −cos θ/(n − 1). n − 1 equal rivals weigh as much as one whose logit is log(n − 1) greater.
 */
function at(theta: number, s: number, n: number, margin: Margin) {
  const angle = Math.min(Math.PI - BESIDE, Math.max(BESIDE, theta));
  const { value, slope } = targetOf(margin)(angle);
  const rival = -Math.cos(theta) / (n - 1);
  const { loss, gradient } = crossEntropy([s * value, s * rival + Math.log(n - 1)], 0);
  const [own = 0, others = 0] = gradient;
  /** ∂L/∂θ by the chain rule: ∂(cos θ)/∂θ = −sin θ for the target, + sin θ/(n − 1) for the rivals. */
  const pull = s * Math.sin(angle) * (others / (n - 1) - own * slope);
  return { loss, pull, p: 1 + own };
}

/** The loss of an embedding on its class weight: no arrangement of n classes does better on average. */
const lowest = (s: number, n: number, margin: Margin) => at(0, s, n, margin);

/** The scale at which a perfect embedding reaches the probability p: log((n − 1) p/(1 − p)) over the lead of its cosine. */
function scaleFor(p: number, n: number, margin: Margin): number | undefined {
  const lead = targetOf(margin)(0).value + 1 / (n - 1);
  return lead > 0 ? Math.max(0, Math.log(((n - 1) * p) / (1 - p)) / lead) : undefined;
}

/**
 * The mean loss of the first step, when embedding and weights point in random directions of d dimensions: the angle to
 * the true class is near π/2, and the logits of the rivals have the variance s²/d,
 *
 *     L ≈ −s φ(π/2) + log(n − 1) + s²/(2d),    for ArcFace −s φ(π/2) = s sin m.
 *
 * Where s²/d > 2 log(n − 1) the largest of the rivals rules the sum, and the last two terms are s √(2 log(n − 1)/d).
 */
function firstStep(s: number, n: number, d: number, margin: Margin): number {
  const variance = s ** 2 / d;
  const guess = Math.log(n - 1);
  const rivals = variance < 2 * guess ? guess + variance / 2 : Math.sqrt(2 * guess * variance);
  return rivals - s * targetOf(margin)(Math.PI / 2).value;
}

/** A curve of SAMPLES pieces from 0 to `end`. */
const over = (end: number, height: (x: number) => number): Point[] =>
  Array.from({ length: SAMPLES + 1 }, (_, i) => {
    const x = (end * i) / SAMPLES;
    return [x, height(x)];
  });

/** The lowest loss over the scale. */
const floorOf = (n: number, loss: Margin['loss'], m2: number, m3: number) =>
  over(MOST, (s) => lowest(s, n, { loss, m2, m3 }).loss);

/** The pull over the angle at a scale, or what part of the scale it is. */
const pullOf = (
  s: number,
  unit: ScaleValues['unit'],
  n: number,
  loss: Margin['loss'],
  m2: number,
  m3: number,
) => over(Math.PI, (theta) => at(theta, s, n, { loss, m2, m3 }).pull / (unit === 'share' ? s : 1));

/** The pull at the other scales. */
const othersOf = (
  own: number | undefined,
  unit: ScaleValues['unit'],
  n: number,
  loss: Margin['loss'],
  m2: number,
  m3: number,
) => SCALES.filter((s) => s !== own).map((s) => ({ s, points: pullOf(s, unit, n, loss, m2, m3) }));

/** The curves as they were drawn last: what moves along them leaves them as they are. */
export const scaleCurves = () => ({
  floor: memoizeLast(floorOf),
  plainFloor: memoizeLast(floorOf),
  own: memoizeLast(pullOf),
  others: memoizeLast(othersOf),
});

/**
 * What the scale s does: the lowest loss that can be reached, and the pull on an embedding over its angle.
 * @param curves what the caller keeps from one call to the next, to save drawing them again
 */
export function scaleModel(values: ScaleValues, curves = scaleCurves()) {
  const n = Number(values.n);
  const { s, d, theta, unit, loss, m2, m3 } = values;
  return {
    ...values,
    count: n,
    first: firstStep(s, n, Number(d), values),
    best: lowest(s, n, values),
    /** No scale at all: every class as likely as the others. */
    chance: Math.log(n),
    here: at(theta, s, n, values),
    floor: curves.floor(n, loss, m2, m3),
    plainFloor: curves.plainFloor(n, 'softmax', 0, 0),
    own: curves.own(s, unit, n, loss, m2, m3),
    others: curves.others(
      SCALES.find((scale) => scale === s),
      unit,
      n,
      loss,
      m2,
      m3,
    ),
    needed: scaleFor(0.99, n, values),
  };
}

export type ScaleModel = ReturnType<typeof scaleModel>;
