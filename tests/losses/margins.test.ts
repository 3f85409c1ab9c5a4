import { describe, expect, it } from 'vitest';
import {
  arcFaceTarget,
  cosFaceTarget,
  marginTarget,
  sphereFaceTarget,
  winningAngle,
} from '../../src/lib/losses';

const margins = { m1: 3, m2: 0.5, m3: 0.35 };

describe('the target of a member of the family', () => {
  it.each([0, 0.4, 1.3, 2.9, Math.PI])('is its own at θ = %s', (theta) => {
    expect(marginTarget('softmax', margins)(theta).value).toBe(Math.cos(theta));
    expect(marginTarget('sphereface', margins)(theta)).toEqual(sphereFaceTarget(theta, 3));
    expect(marginTarget('cosface', margins)(theta)).toEqual(cosFaceTarget(theta, 0.35));
    expect(marginTarget('arcface', { ...margins, past: 'easy' })(theta)).toEqual(
      arcFaceTarget(theta, { m: 0.5, past: 'easy' }),
    );
    expect(marginTarget('combined', { ...margins, past: 'none' })(theta).value).toBeCloseTo(
      Math.cos(theta + 0.5) - 0.35,
      12,
    );
  });
});

describe('the angle up to which a class wins', () => {
  /** Towards a rival that is Δ away. */
  const towards = (delta: number) => (theta: number) => Math.cos(delta - theta);

  it.each([0.7, 1.2, 2.5])('is half of what the margin leaves of Δ = %s for ArcFace', (delta) => {
    expect(winningAngle(marginTarget('arcface', margins), towards(delta))).toBeCloseTo((delta - 0.5) / 2, 9);
  });

  it('is the middle without a margin, and Δ/(m₁ + 1) for SphereFace', () => {
    expect(winningAngle(marginTarget('softmax', margins), towards(1.4))).toBeCloseTo(0.7, 9);
    expect(winningAngle(marginTarget('sphereface', margins), towards(1.4))).toBeCloseTo(0.35, 9);
  });

  it('depends on the place of the rival for CosFace: 2 sin(½Δ) sin(½Δ − θ) = m₃', () => {
    for (const delta of [1, 1.6, 2.4]) {
      const expected = delta / 2 - Math.asin(0.35 / (2 * Math.sin(delta / 2)));
      expect(winningAngle(marginTarget('cosface', margins), towards(delta))).toBeCloseTo(expected, 9);
    }
  });

  it('is none where the rival is nearer than the margin', () => {
    expect(winningAngle(marginTarget('arcface', margins), towards(0.4))).toBeUndefined();
  });
});
