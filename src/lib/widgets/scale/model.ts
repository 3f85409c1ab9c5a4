import { crossEntropy, marginTarget } from '../../losses';

export const COUNTS = ['2', '3', '10', '100', '1000', '10000', '100000'] as const;
/** The scales drawn beside the reader's own. */
export const SCALES = [1, 4, 16, 64] as const;
export const MOST = 64;
/** Beyond this scale little more happens to the lowest loss. */
export const NEAR = 24;

export interface ScaleValues {
  s: number;
  n: (typeof COUNTS)[number];
  loss: 'softmax' | 'cosface' | 'arcface';
  m2: number;
  m3: number;
  theta: number;
  unit: 'full' | 'share';
}

const SAMPLES = 160;

/** At the class weight itself ArcFace's pull has no direction; just beside it, it has. */
const BESIDE = 1e-6;

/**
 * One embedding at the angle θ from its own of n class weights, which are spread so that every two have the cosine
 * −1/(n − 1), the least that all can have at once. It moves where all rivals stay equally near: their cosines are
 * −cos θ/(n − 1). n − 1 equal rivals weigh as much as one whose logit is log(n − 1) greater.
 */
function at(theta: number, s: number, n: number, values: ScaleValues) {
  const angle = Math.min(Math.PI - BESIDE, Math.max(BESIDE, theta));
  const { value, slope } = marginTarget(values.loss, { ...values, m1: 1, past: 'guard' })(angle);
  const rival = -Math.cos(theta) / (n - 1);
  const { loss, gradient } = crossEntropy([s * value, s * rival + Math.log(n - 1)], 0);
  const [own = 0, others = 0] = gradient;
  /** ∂L/∂θ by the chain rule: ∂(cos θ)/∂θ = −sin θ for the target, + sin θ/(n − 1) for the rivals. */
  const pull = s * Math.sin(angle) * (others / (n - 1) - own * slope);
  return { loss, pull, p: 1 + own };
}

/** The loss of an embedding on its class weight: no arrangement of n classes does better on average. */
const lowest = (s: number, n: number, values: ScaleValues) => at(0, s, n, values);

/** The scale at which a perfect embedding reaches the probability p: log((n − 1) p/(1 − p)) over the lead of its cosine. */
function scaleFor(p: number, n: number, values: ScaleValues): number | undefined {
  const target = marginTarget(values.loss, { ...values, m1: 1, past: 'guard' });
  const lead = target(0).value + 1 / (n - 1);
  return lead > 0 ? Math.max(0, Math.log(((n - 1) * p) / (1 - p)) / lead) : undefined;
}

const grid = (end: number) => Array.from({ length: SAMPLES + 1 }, (_, i) => (end * i) / SAMPLES);

/** What the scale s does: the lowest loss that can be reached, and the pull on an embedding over its angle. */
export function scaleModel(values: ScaleValues) {
  const n = Number(values.n);
  const { s, theta } = values;
  const floor = (of: ScaleValues) =>
    grid(MOST).map((scale) => ({ s: scale, loss: lowest(scale, n, of).loss }));
  const pulls = (scale: number) =>
    grid(Math.PI).map((angle) => ({ theta: angle, pull: at(angle, scale, n, values).pull }));
  const best = lowest(s, n, values);
  const here = at(theta, s, n, values);
  return {
    ...values,
    count: n,
    best,
    /** No scale at all: every class as likely as the others. */
    chance: Math.log(n),
    here,
    floor: floor(values),
    plainFloor: floor({ ...values, loss: 'softmax' }),
    own: pulls(s),
    others: SCALES.filter((scale) => scale !== s).map((scale) => ({ s: scale, points: pulls(scale) })),
    needed: scaleFor(0.99, n, values),
  };
}

export type ScaleModel = ReturnType<typeof scaleModel>;
