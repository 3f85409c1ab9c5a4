import { angularSoftmax, marginTarget, type MarginName, type Past } from '../../losses';

export interface TargetLogitValues {
  show: 'family' | 'corner';
  theta: number;
  m1: number;
  m2: number;
  m3: number;
  past: Past;
  gradient: 'exact' | 'straight-through';
  s: number;
}

/** A target over θ, what it costs, and how the gradient moves θ. */
export interface At {
  target: number;
  loss: number;
  /** The gradient along the circle, away from the class: positive pulls the embedding back to its class. */
  pull: number;
}

export interface TargetCurve {
  name: MarginName;
  past: Past;
  /** The target at θ, and its loss there. */
  here: At;
  points: readonly ({ theta: number } & At)[];
}

export const FAMILY = ['softmax', 'sphereface', 'cosface', 'arcface', 'combined'] as const;
export const PASTS = ['none', 'guard', 'easy'] as const;

const SAMPLES = 120;

/**
 * One embedding at the angle θ from its class weight, and one rival at a right angle to both, whose cosine is 0 all the
 * way: L = log(1 + e^{−sφ(θ)}).
 */
function evaluate(name: MarginName, values: TargetLogitValues, past: Past, theta: number): At {
  const { s, gradient: kind } = values;
  const target = marginTarget(name, { ...values, past, gradient: kind });
  const [c, sine] = [Math.cos(theta), Math.sin(theta)];
  const W = [
    [1, 0, 0],
    [0, 0, 1],
  ];
  const { loss, gradient } = angularSoftmax([[c, sine, 0]], W, [0], { s, target, reducer: 'mean' });
  const [gx = 0, gy = 0] = gradient.x[0] ?? [];
  return { target: target(theta).value, loss, pull: c * gy - sine * gx };
}

/** Sampled evenly, and at both sides of a jump. */
function curve(name: MarginName, values: TargetLogitValues, past: Past, jump?: number): TargetCurve {
  const at = (theta: number) => ({ theta, ...evaluate(name, values, past, theta) });
  const even = Array.from({ length: SAMPLES + 1 }, (_, i) => (Math.PI * i) / SAMPLES);
  const sides = jump === undefined ? [] : [jump - 1e-7, jump + 1e-7];
  const angles = [...even, ...sides].sort((a, b) => a - b);
  return { name, past, here: evaluate(name, values, past, values.theta), points: angles.map(at) };
}

/** Where ArcFace's target jumps under a treatment, and from what to what. */
export interface Jump {
  theta: number;
  from: number;
  to: number;
}

function jumpOf(values: TargetLogitValues, past: Past): Jump | undefined {
  if (past === 'none' || values.m2 === 0) return undefined;
  const theta = past === 'guard' ? Math.PI - values.m2 : Math.PI / 2;
  const target = marginTarget('arcface', { ...values, past });
  return { theta, from: target(theta - 1e-9).value, to: target(theta + 1e-9).value };
}

/** The targets of the whole family over θ, ArcFace under each treatment of its corner, and their losses. */
export function targetLogitModel(values: TargetLogitValues) {
  const jumps = { none: undefined, guard: jumpOf(values, 'guard'), easy: jumpOf(values, 'easy') };
  const family = FAMILY.map((name) =>
    curve(name, { ...values, gradient: 'exact' }, 'guard', jumps.guard?.theta),
  );
  const corner = PASTS.map((past) => curve('arcface', values, past, jumps[past]?.theta));
  const chosen = corner.find(({ past }) => past === values.past) ?? corner[0];
  return {
    ...values,
    family,
    corner,
    jumps,
    /** ArcFace under the treatment that is looked at. */
    chosen: chosen?.here ?? evaluate('arcface', values, 'guard', values.theta),
    of: (name: MarginName): At =>
      family.find((one) => one.name === name)?.here ?? evaluate(name, values, 'guard', values.theta),
    under: (past: Past): At =>
      corner.find((one) => one.past === past)?.here ?? evaluate('arcface', values, past, values.theta),
    /** Where cos(θ + m) turns back up. */
    turn: Math.PI - values.m2,
  };
}

export type TargetLogitModel = ReturnType<typeof targetLogitModel>;
