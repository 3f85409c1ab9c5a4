import { describe, expect, it } from 'vitest';
import {
  angleBetween,
  azimuthOf,
  eyeAbove,
  fromDegrees,
  isNear,
  nudge,
  project,
  toDegrees,
  travel,
  unproject,
  type Vec3,
} from '../../src/lib/geometry/sphere';

const expectSame = (a: Vec3, b: Vec3) => a.forEach((value, k) => expect(value).toBeCloseTo(b[k] ?? NaN, 9));
const places: [number, number][] = [
  [0, 0],
  [120, 35],
  [-80, -60],
  [10, 89],
];

describe('a place on the sphere', () => {
  it.each(places)('comes back from longitude %s, latitude %s', (longitude, latitude) => {
    const [a, b] = toDegrees(fromDegrees([longitude, latitude]));
    expect(a).toBeCloseTo(longitude, 9);
    expect(b).toBeCloseTo(latitude, 9);
  });

  it.each(places)('at %s, %s is reached from another by its azimuth and angle', (...at) => {
    const [from, to] = [fromDegrees([30, -20]), fromDegrees(at)];
    expectSame(travel(from, azimuthOf(from, to), angleBetween(from, to)), to);
  });

  it('has directions at a pole too', () => {
    const pole = fromDegrees([0, 90]);
    expect(angleBetween(pole, travel(pole, 1, 0.4))).toBeCloseTo(0.4, 12);
  });
});

describe('the sphere as it is seen', () => {
  const eye = eyeAbove([20, 30]);

  it('has what the eye is above in the middle, and the pole above it', () => {
    project(eye, fromDegrees([20, 30])).forEach((value) => expect(value).toBeCloseTo(0, 12));
    const [x, y] = project(eye, [0, 0, 1]);
    expect(x).toBeCloseTo(0, 12);
    expect(y).toBeGreaterThan(0);
  });

  it.each([false, true])('gives a place back, on the far side: %s', (far) => {
    const p = unproject(eye, [0.3, -0.5], far);
    expect(isNear(eye, p)).toBe(!far);
    project(eye, p).forEach((value, k) => expect(value).toBeCloseTo([0.3, -0.5][k] ?? NaN, 12));
  });

  it('ends at its rim, which counts as near', () => {
    const p = unproject(eye, [3, 4]);
    expect(Math.hypot(...p)).toBeCloseTo(1, 12);
    expect(isNear(eye, p)).toBe(true);
  });

  it('lets a point be nudged round the rim', () => {
    let p = unproject(eye, [0.95, 0]);
    for (let i = 0; i < 10; i++) p = nudge(eye, p, [0.1, 0]);
    expect(isNear(eye, p)).toBe(false);
    expect(Math.hypot(...p)).toBeCloseTo(1, 12);
  });
});
