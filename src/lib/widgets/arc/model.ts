import { wrapDegrees } from '../../geometry/circle';
import { directionField, landscapeOf, type Landscape } from '../../geometry/contours';
import { angularSoftmax, marginTarget, winningAngle, type MarginName, type Past } from '../../losses';
import { softmax } from '../../losses/softmax';
import { memoizeLast } from '../../state/memoize-last';

const RADIANS = Math.PI / 180;

export const CLASSES = [0, 1, 2] as const;
export type Class = (typeof CLASSES)[number];

export interface ArcValues {
  loss: Exclude<MarginName, 'combined'>;
  y: '1' | '2' | '3';
  /** Degrees. */
  x: number;
  w1: number;
  w2: number;
  w3: number;
  m1: number;
  m2: number;
  m3: number;
  past: Past;
  s: number;
  /** Whether the loss is shown over the places of the embedding. */
  land: boolean;
}

/** Where on the circle a class wins, in degrees from its weight the one way and the other. */
interface Reach {
  forward: number;
  back: number;
}

/** The point of the unit circle at an angle. */
export const unit = (degrees: number): [number, number] => [
  Math.cos(degrees * RADIANS),
  Math.sin(degrees * RADIANS),
];

/** The angle between two directions, in radians. */
const between = (a: number, b: number) => Math.abs(wrapDegrees(a - b)) * RADIANS;

/** An embedding and three class weights on the unit circle, under one of the losses with a margin. */
export function arcModel(values: ArcValues, landscape: typeof arcLandscape = arcLandscape) {
  const { loss: name, x, s, m2, past } = values;
  const w = [values.w1, values.w2, values.w3] as const;
  const y = (Number(values.y) - 1) as Class;
  const target = marginTarget(name, values);
  const { loss, gradient } = angularSoftmax([unit(x)], w.map(unit), [y], { s, target, reducer: 'mean' });
  const theta = w.map((at) => between(x, at));
  const thetaY = between(x, w[y]);
  const phi = target(thetaY).value;
  const z = theta.map((angle, j) => s * (j === y ? phi : Math.cos(angle)));
  const p = softmax(z);

  /** ∂L/∂x along the circle, counter-clockwise: all of ∂L/∂x, for it has no part along x. */
  const along = (g: readonly number[] = [], at: number) => {
    const [c, sine] = unit(at);
    return -sine * (g[0] ?? 0) + c * (g[1] ?? 0);
  };
  const slope = along(gradient.x[0], x);
  /** Which way from the class weight to the embedding; at the weight itself, counter-clockwise. */
  const side = wrapDegrees(x - w[y]) < 0 ? -1 : 1;

  const reach = (k: Class, of = target): Reach | undefined => {
    const [first, second] = [w[(k + 1) % 3] as number, w[(k + 2) % 3] as number];
    const rival = (way: number) => (angle: number) => {
      const at = w[k] + (way * angle) / RADIANS;
      return Math.max(Math.cos(between(at, first)), Math.cos(between(at, second)));
    };
    const [forward, back] = [winningAngle(of, rival(1)), winningAngle(of, rival(-1))];
    return forward === undefined || back === undefined
      ? undefined
      : { forward: forward / RADIANS, back: back / RADIANS };
  };
  const reaches = CLASSES.map((k) => reach(k));
  const plain = marginTarget('softmax', values);

  return {
    name,
    y,
    s,
    x,
    w,
    theta,
    thetaY,
    phi,
    z,
    p,
    pY: p[y] ?? 0,
    loss,
    side,
    /** The angle that the loss works with: the one whose cosine is the target. Nothing below a target of −1. */
    counted: name === 'arcface' && past === 'none' ? thetaY + m2 : phi < -1 ? undefined : Math.acos(phi),
    /** ∂L/∂x along the circle, per radian, and per radian away from the true class: positive if it pulls back. */
    slope,
    pull: slope * side,
    /** ∂L/∂W along the circle, likewise. */
    weightSlopes: [
      along(gradient.W[0], w[0]),
      along(gradient.W[1], w[1]),
      along(gradient.W[2], w[2]),
    ] as const,
    reaches,
    plainReaches: CLASSES.map((k) => reach(k, plain)),
    gap: gapOf(w, y, reaches),
    landscape: landscape(values),
  };
}

/** How far out the picture goes, and as far as its corners. */
export const SPAN = [-1.42, 1.42] as const;
const CORNER = 2.1;

/** The loss wherever the embedding might be: it depends on its direction alone. */
function arcLandscape(values: ArcValues): Landscape | undefined {
  if (!values.land) return undefined;
  const W = [values.w1, values.w2, values.w3].map(unit);
  const options = { s: values.s, target: marginTarget(values.loss, values), reducer: 'mean' } as const;
  const labels = [Number(values.y) - 1];
  const lossAt = (degrees: number) => angularSoftmax([unit(degrees)], W, labels, options).loss;
  return landscapeOf(directionField(CORNER, lossAt));
}

/** A model for one session: the landscape stays as it is while the embedding moves. */
export function rememberArc(): (values: ArcValues) => ArcModel {
  const landscape = memoizeLast(arcLandscape, (values) => Object.values({ ...values, x: 0 }));
  return (values) => arcModel(values, landscape);
}

export type ArcModel = ReturnType<typeof arcModel>;

/** The stretch between the true class and its nearest neighbour that belongs to neither, in radians, or why none. */
function gapOf(
  w: readonly [number, number, number],
  y: Class,
  reaches: readonly (Reach | undefined)[],
): number | string {
  const others = CLASSES.filter((j) => j !== y);
  const distance = (j: Class) => between(w[y], w[j]);
  const near = others.reduce((best, j) => (distance(j) < distance(best) ? j : best));
  const [own, its] = [reaches[y], reaches[near]];
  if (!own || !its) return 'none: too close';
  const forward = wrapDegrees(w[near] - w[y]) > 0;
  const taken = forward ? own.forward + its.back : own.back + its.forward;
  return Math.max(0, distance(near) - taken * RADIANS);
}
