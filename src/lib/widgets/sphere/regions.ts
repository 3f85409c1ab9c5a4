import { angleBetween, azimuthOf, travel, type Vec3 } from '../../geometry/sphere';
import { winningAngle, type TargetOfAngle } from '../../losses';

/** Directions in which the border of a class is looked for. */
const DIRECTIONS = 72;
/** Halvings of the step between two of them, to find a corner. */
const CORNER_HALVINGS = 14;

/** Where a class wins on the sphere. */
export interface Region {
  /** The border, closed. */
  outline: readonly Vec3[];
  /** Radius of the largest cap around the class weight in which the class wins, in radians. */
  cap: number;
  wins(p: Vec3): boolean;
}

/** The cosines with the other class weights on the way from weight k in a direction. */
function rivalsOf(W: readonly Vec3[], k: number, azimuth: number): (theta: number) => number[] {
  const own = W[k] as Vec3;
  const rivals = W.filter((_, j) => j !== k).map((other) => {
    const angle = angleBetween(own, other);
    return { along: Math.cos(angle), across: Math.sin(angle) * Math.cos(azimuth - azimuthOf(own, other)) };
  });
  return (theta) => {
    const [c, s] = [Math.cos(theta), Math.sin(theta)];
    return rivals.map(({ along, across }) => c * along + s * across);
  };
}

/** How far class k wins in a direction from its weight, and which rival ends it. */
function reach(W: readonly Vec3[], k: number, target: TargetOfAngle, azimuth: number) {
  const cosines = rivalsOf(W, k, azimuth);
  const theta = winningAngle(target, (angle) => Math.max(...cosines(angle)));
  if (theta === undefined) return undefined;
  const there = cosines(theta);
  return { azimuth, theta, rival: there.indexOf(Math.max(...there)) };
}

type Reach = NonNullable<ReturnType<typeof reach>>;

/** The corner between two directions in which different rivals end the region: where they meet. */
function corner(from: Reach, to: Reach, at: (azimuth: number) => Reach | undefined): Reach[] {
  let [low, high] = [from, to];
  for (let i = 0; i < CORNER_HALVINGS; i++) {
    const middle = at((low.azimuth + high.azimuth) / 2);
    if (!middle) return [];
    if (middle.rival === low.rival) low = middle;
    else high = middle;
  }
  return [low];
}

/** Where class k wins, or `undefined` where it does not even win at its own weight. */
export function regionOf(W: readonly Vec3[], k: number, target: TargetOfAngle): Region | undefined {
  const own = W[k] as Vec3;
  const at = (azimuth: number) => reach(W, k, target, azimuth);
  const even = Array.from({ length: DIRECTIONS + 1 }, (_, i) => at((2 * Math.PI * i) / DIRECTIONS));
  const found = even.filter((one) => one !== undefined);
  if (found.length < even.length) return undefined;
  const border = found.flatMap((one, i) => {
    const before = found[i - 1];
    return before && before.rival !== one.rival ? [...corner(before, one, at), one] : [one];
  });
  const towards = W.flatMap((other, j) => (j === k ? [] : [at(azimuthOf(own, other))?.theta ?? 0]));
  const cap = Math.min(...border.map(({ theta }) => theta), ...towards);
  return {
    outline: border.map(({ azimuth, theta }) => travel(own, azimuth, theta)),
    cap,
    wins: (p) =>
      W.every(
        (other, j) => j === k || target(angleBetween(p, own)).value >= Math.cos(angleBetween(p, other)),
      ),
  };
}

/** What lies between class y and the nearest other on the shortest way between their weights, in radians. */
export function gapOf(W: readonly Vec3[], y: number, target: TargetOfAngle): number | undefined {
  const own = W[y] as Vec3;
  const others = W.map((weight, j) => ({ j, weight, angle: angleBetween(own, weight) })).filter(
    ({ j }) => j !== y,
  );
  const near = others.reduce((best, other) => (other.angle < best.angle ? other : best));
  const mine = reach(W, y, target, azimuthOf(own, near.weight));
  const its = reach(W, near.j, target, azimuthOf(near.weight, own));
  return mine === undefined || its === undefined
    ? undefined
    : Math.max(0, near.angle - mine.theta - its.theta);
}
