import type { MarginName, Past } from '../../losses';

/** What a curve is called, its target in plain text, and how its line looks. */
export interface Look {
  name: string;
  formula: string;
  role: string;
  line: 'plain' | 'dashed' | 'dotted' | 'faint';
}

/** What each of the family is called. */
export const FAMILY_NAMES: Record<MarginName, Look> = {
  softmax: { name: 'softmax', formula: 'cos θ', role: 'ink', line: 'plain' },
  sphereface: { name: 'SphereFace', formula: 'cos(m₁θ), continued', role: 'class-2', line: 'dotted' },
  cosface: { name: 'CosFace', formula: 'cos θ − m₃', role: 'class-1', line: 'dashed' },
  arcface: { name: 'ArcFace', formula: 'cos(θ + m)', role: 'margin', line: 'plain' },
  combined: { name: 'combined', formula: 'cos(θ + m) − m₃', role: 'class-5', line: 'faint' },
};

/** The treatments of ArcFace’s corner. */
export const PAST_NAMES: Record<Past, Look> = {
  none: { name: 'no guard', formula: 'cos(θ + m)', role: 'push', line: 'plain' },
  guard: { name: 'guard', formula: 'cos θ − m sin m past π − m', role: 'margin', line: 'dashed' },
  easy: { name: 'easy margin', formula: 'cos θ from π/2', role: 'class-4', line: 'dotted' },
};
