import type { TargetOfAngle } from './angular';
import { arcFaceTarget, type ArcFaceTargetOptions } from './arcface';
import { combinedMarginTarget } from './combined-margin';
import { cosFaceTarget } from './cosface';
import { normalizedSoftmaxTarget } from './normalized-softmax';
import { sphereFaceTarget } from './sphereface';

/** What the true class is asked to win with instead of cos θ. */
export type MarginName = 'softmax' | 'sphereface' | 'cosface' | 'arcface' | 'combined';

export interface Margins {
  /** SphereFace's factor of the angle, a whole number ≥ 1. */
  m1: number;
  /** ArcFace's addition to the angle, ≥ 0, in radians. */
  m2: number;
  /** CosFace's deduction from the cosine, ≥ 0. */
  m3: number;
  /** What ArcFace and the combined margin do past π − m₂; default the guard. */
  past?: ArcFaceTargetOptions['past'];
  gradient?: ArcFaceTargetOptions['gradient'];
}

/**
 * The target of one of the family under these margins, each of which only its own members read:
 *
 *     softmax    cos θ                     SphereFace  ψ(θ), which is cos(m₁θ) up to θ = π/m₁
 *     CosFace    cos θ − m₃                ArcFace     cos(θ + m₂)
 *     combined   cos(θ + m₂) − m₃
 *
 * @see Deng, Guo, Xue, Zafeiriou (2019), eq. 4, which brings them into one form
 */
export function marginTarget(name: MarginName, { m1, m2, m3, past, gradient }: Margins): TargetOfAngle {
  switch (name) {
    case 'softmax':
      return (theta) => normalizedSoftmaxTarget(theta);
    case 'sphereface':
      return (theta, sine) => sphereFaceTarget(theta, m1, sine);
    case 'cosface':
      return (theta) => cosFaceTarget(theta, m3);
    case 'arcface':
      return (theta, sine) => arcFaceTarget(theta, { m: m2, past, gradient }, sine);
    case 'combined':
      return (theta, sine) => combinedMarginTarget(theta, { m1: 1, m2, m3, past }, sine);
  }
}
