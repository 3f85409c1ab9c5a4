import { angleBetween, azimuthOf, dot, fromDegrees, type Vec3 } from '../../geometry/sphere';
import { angularSoftmax, marginTarget, type MarginName } from '../../losses';
import { softmax } from '../../losses/softmax';
import { memoizeLast } from '../../state/memoize-last';
import type { Vec2 } from '../../state/parameters';
import { gapOf, regionOf, type Region } from './regions';

export const CLASSES = [0, 1, 2] as const;
type Class = (typeof CLASSES)[number];

export interface SphereValues {
  loss: Exclude<MarginName, 'combined'>;
  y: '1' | '2' | '3';
  /** Longitude and latitude, degrees. */
  w1: Vec2;
  w2: Vec2;
  w3: Vec2;
  x: Vec2;
  m1: number;
  m2: number;
  m3: number;
  s: number;
  turn: number;
  tilt: number;
}

/** What depends on the class weights and the margin alone. */
export interface Map {
  regions: readonly (Region | undefined)[];
  /** The same without a margin. */
  plain: readonly (Region | undefined)[];
  gap: number | undefined;
}

const weights = ({ w1, w2, w3 }: SphereValues) =>
  [fromDegrees(w1), fromDegrees(w2), fromDegrees(w3)] as const;
const classOf = ({ y }: SphereValues) => (Number(y) - 1) as Class;

function mapOf(values: SphereValues): Map {
  const W = weights(values);
  const [target, plain] = [marginTarget(values.loss, values), marginTarget('softmax', values)];
  return {
    regions: CLASSES.map((k) => regionOf(W, k, target)),
    plain: CLASSES.map((k) => regionOf(W, k, plain)),
    gap: gapOf(W, classOf(values), target),
  };
}

/** An embedding and three class weights on the unit sphere, under one of the losses with a margin. */
export function sphereModel(values: SphereValues, map: typeof mapOf = mapOf) {
  const { loss: name, s } = values;
  const [W, x, y] = [weights(values), fromDegrees(values.x), classOf(values)];
  const target = marginTarget(name, values);
  const { loss, gradient } = angularSoftmax([x], W, [y], { s, target, reducer: 'mean' });
  const [gx = 0, gy = 0, gz = 0] = gradient.x[0] ?? [];
  const g: Vec3 = [gx, gy, gz];
  const theta = W.map((weight) => angleBetween(x, weight));
  const own = W[y];
  const thetaY = angleBetween(x, own);
  const phi = target(thetaY).value;
  const z = theta.map((angle, j) => s * (j === y ? phi : Math.cos(angle)));
  const p = softmax(z);
  const sine = Math.sin(thetaY);
  return {
    ...map(values),
    name,
    y,
    s,
    x,
    W,
    theta,
    thetaY,
    z,
    p,
    pY: p[y] ?? 0,
    phi,
    loss,
    /** ∂L/∂x, which lies along the sphere. */
    g,
    /** ∂L/∂θ: the part of it that leads away from the true class. Positive if the step goes back to the class. */
    pull: sine > 1e-9 ? (Math.cos(thetaY) * dot(g, x) - dot(g, own)) / sine : 0,
    /** The direction from the class weight to the embedding. */
    azimuth: azimuthOf(own, x),
    /** The angle whose cosine is the target; nothing below a target of −1. */
    counted: phi < -1 ? undefined : Math.acos(phi),
    winner: CLASSES.find((k) => map(values).regions[k]?.wins(x)),
  };
}

export type SphereModel = ReturnType<typeof sphereModel>;

/** A model for one session: turning the sphere leaves it as it is, and moving the embedding the map of the classes. */
export function rememberSphere(): (values: SphereValues) => SphereModel {
  const map = memoizeLast(mapOf, ({ loss, y, w1, w2, w3, m1, m2, m3 }) => [loss, y, w1, w2, w3, m1, m2, m3]);
  return memoizeLast(
    (values) => sphereModel(values, map),
    ({ loss, y, w1, w2, w3, x, m1, m2, m3, s }) => [loss, y, w1, w2, w3, x, m1, m2, m3, s],
  );
}
