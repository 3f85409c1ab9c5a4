import type { Point } from '../../geometry/frame';
import { angularSoftmax, crossEntropy, marginTarget, type MarginName, type Past } from '../../losses';

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

/** What the curves depend on: all but the place on them. */
type Rules = Omit<TargetLogitValues, 'show' | 'theta'>;

/** A target over θ, what it costs, and how the gradient moves θ. */
export interface At {
  target: number;
  loss: number;
  /** The gradient along the circle, away from the class: positive pulls the embedding back to its class. */
  pull: number;
}

/** A target and its loss over θ. */
export interface Sampled {
  targets: readonly Point[];
  losses: readonly Point[];
}

interface TargetCurve extends Sampled {
  name: MarginName;
  past: Past;
  /** The target at θ, and its loss there. */
  here: At;
}

export const FAMILY = ['softmax', 'sphereface', 'cosface', 'arcface', 'combined'] as const;
export const PASTS = ['none', 'guard', 'easy'] as const;

const SAMPLES = 120;

/**
 * Embeddings at angles θ from their class weight, and one rival at a right angle to both, whose cosine is 0 all the way:
 * L = log(1 + e^{−sφ(θ)}).
 */
function evaluate(name: MarginName, values: Rules, past: Past, angles: readonly number[]): At[] {
  const target = marginTarget(name, { ...values, past });
  const x = angles.map((theta) => [Math.cos(theta), Math.sin(theta), 0]);
  const W = [
    [1, 0, 0],
    [0, 0, 1],
  ];
  const labels = angles.map(() => 0);
  const { items, gradient } = angularSoftmax(x, W, labels, { s: values.s, target, reducer: 'sum' });
  return angles.map((theta, i) => {
    const [[c = 0, sine = 0] = [], [gx = 0, gy = 0] = []] = [x[i], gradient.x[i]];
    return { target: target(theta).value, loss: items[i] as number, pull: c * gy - sine * gx };
  });
}

/** Sampled evenly, and at both sides of a jump. */
function sample(name: MarginName, values: Rules, past: Past, jump?: number): Sampled {
  const even = Array.from({ length: SAMPLES + 1 }, (_, i) => (Math.PI * i) / SAMPLES);
  const sides = jump === undefined ? [] : [jump - 1e-7, jump + 1e-7];
  const angles = [...even, ...sides].sort((a, b) => a - b);
  const target = marginTarget(name, { ...values, past });
  const targets = angles.map((theta): Point => [theta, target(theta).value]);
  // The logits of the class and of its rival, whose cosine is 0.
  const lossOf = (phi: number) => crossEntropy([values.s * phi, 0], 0).loss;
  return { targets, losses: targets.map(([theta, phi]): Point => [theta, lossOf(phi)]) };
}

/** Where ArcFace's target jumps under a treatment, and from what to what. */
export interface Jump {
  theta: number;
  from: number;
  to: number;
}

function jumpOf(values: Rules, past: Past): Jump | undefined {
  if (past === 'none' || values.m2 === 0) return undefined;
  const theta = past === 'guard' ? Math.PI - values.m2 : Math.PI / 2;
  const target = marginTarget('arcface', { ...values, past });
  return { theta, from: target(theta - 1e-9).value, to: target(theta + 1e-9).value };
}

/** A curve before θ is put on it. */
type Drawn = Pick<TargetCurve, 'name' | 'past'> & { rules: Rules; sampled: () => Sampled };

/** Worked out when first asked for: of all curves a view shows some. */
function once<T>(work: () => T): () => T {
  let done: { result: T } | undefined;
  return () => (done ??= { result: work() }).result;
}

/** The margins that a target has. */
const MARGINS: Record<MarginName, readonly ('m1' | 'm2' | 'm3')[]> = {
  softmax: [],
  sphereface: ['m1'],
  cosface: ['m3'],
  arcface: ['m2'],
  combined: ['m2', 'm3'],
};

/** The curves that were drawn last: what moves along them, or changes others, leaves them as they are. */
export class Curves {
  readonly #drawn = new Map<string, { of: string; curve: Drawn }>();

  /** The answer does not depend on what is remembered. */
  draw(values: Rules) {
    const jumps = { none: undefined, guard: jumpOf(values, 'guard'), easy: jumpOf(values, 'easy') };
    return {
      jumps,
      family: FAMILY.map((name) => this.#curve(name, { ...values, gradient: 'exact' }, 'guard', jumps.guard)),
      corner: PASTS.map((past) => this.#curve('arcface', values, past, jumps[past])),
    };
  }

  #curve(name: MarginName, { m1, m2, m3, gradient, s }: Rules, past: Past, jump?: Jump): Drawn {
    const rules: Rules = { m1, m2, m3, past, gradient, s };
    const place = `${name} ${past} ${gradient}`;
    const jumpAt = MARGINS[name].includes('m2') ? jump?.theta : undefined;
    const of = JSON.stringify([s, jumpAt, ...MARGINS[name].map((margin) => rules[margin])]);
    const last = this.#drawn.get(place);
    const curve =
      last?.of === of
        ? { ...last.curve, rules }
        : { name, past, rules, sampled: once(() => sample(name, rules, past, jumpAt)) };
    this.#drawn.set(place, { of, curve });
    return curve;
  }
}

/**
 * The targets of the whole family over θ, ArcFace under each treatment of its corner, and their losses.
 * @param curves what the caller keeps from one call to the next, to save drawing them again
 */
export function targetLogitModel(values: TargetLogitValues, curves = new Curves()) {
  const drawn = curves.draw(values);
  const { jumps } = drawn;
  const at = (name: MarginName, rules: Rules, past: Past) =>
    evaluate(name, rules, past, [values.theta])[0] as At;
  const place = ({ name, past, sampled, rules }: Drawn): TargetCurve => {
    const here = once(() => at(name, rules, past));
    return {
      name,
      past,
      get targets() {
        return sampled().targets;
      },
      get losses() {
        return sampled().losses;
      },
      get here() {
        return here();
      },
    };
  };
  const family = drawn.family.map(place);
  const corner = drawn.corner.map(place);
  const under = (past: Past): At =>
    corner.find((one) => one.past === past)?.here ?? at('arcface', values, past);
  return {
    ...values,
    family,
    corner,
    jumps,
    /** ArcFace under the treatment that is looked at. */
    get chosen() {
      return under(values.past);
    },
    of: (name: MarginName): At => family.find((one) => one.name === name)?.here ?? at(name, values, 'guard'),
    under,
    /** Where cos(θ + m) turns back up. */
    turn: Math.PI - values.m2,
  };
}

export type TargetLogitModel = ReturnType<typeof targetLogitModel>;
