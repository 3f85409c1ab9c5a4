import { contrastiveOfDistance } from '../../losses';
import { memoizeLast } from '../../state/memoize-last';
import { relative, type AtDistance, type RelativeName, type Setting } from './relatives';

export interface VariantsValues {
  D: number;
  m: number;
  mPositive: number;
  y: '0' | '1';
  compare: RelativeName;
}

/** The largest distance drawn, and the largest between two vectors of length 1. */
export const REACH = 3;
const DIAMETER = 2;
const SAMPLES = 150;

type Curve = { D: number; loss: number; slope: number }[];

/** Sampled evenly, and closely on both sides of each jump, so that it is drawn upright. */
function curve(at: (D: number) => AtDistance, reach: number, jumps: readonly number[] = []): Curve {
  const even = Array.from({ length: SAMPLES + 1 }, (_, i) => (reach * i) / SAMPLES);
  const sides = jumps.flatMap((D) => [D - 1e-9, D, D + 1e-9]).filter((D) => D >= 0 && D <= reach);
  return [...even, ...sides].sort((a, b) => a - b).map((D) => ({ D, ...at(D) }));
}

/**
 * The length of the gradient for one of two embeddings: the slope, or for vectors of length 1, which can only
 * slide along the sphere, the slope times cos ½θ = √(1 − ¼D²).
 */
function force({ slope }: AtDistance, D: number, unitLength: boolean): number {
  return Math.abs(slope) * (unitLength ? Math.sqrt(1 - (D / DIAMETER) ** 2) : 1);
}

/** The loss of this page and its relative over all distances. */
function curvesOf(y: 0 | 1, m: number, mPositive: number, compare: RelativeName) {
  const setting: Setting = { y, m, mPositive };
  const { at, jumps, unitLength = false } = relative(compare);
  return {
    ours: curve((D) => contrastiveOfDistance(D, y, { m }), REACH),
    other: curve((D) => at(D, setting), unitLength ? DIAMETER : REACH, jumps?.(setting)),
  };
}

/** The curves as they were drawn last: what moves along them leaves them as they are. */
export const variantsCurves = () => memoizeLast(curvesOf);

/**
 * The loss of Hadsell, Chopra and LeCun beside a relative, at one distance and over all.
 * @param curves what the caller keeps from one call to the next, to save drawing them again
 */
export function variantsModel(values: VariantsValues, curves = curvesOf) {
  const { D, m, mPositive, compare } = values;
  const y = values.y === '0' ? 0 : 1;
  const { at, unitLength = false, ...about } = relative(compare);
  const here = {
    ours: contrastiveOfDistance(D, y, { m }),
    other: D <= (unitLength ? DIAMETER : REACH) ? at(D, { y, m, mPositive }) : undefined,
  };
  return {
    D,
    m,
    mPositive,
    y,
    compare,
    name: about.name,
    remark: about.remark,
    formula: { ours: y === 0 ? '½ D²' : '½ max(0, m − D)²', other: about.formula[y] },
    ours: { ...here.ours, force: Math.abs(here.ours.slope) },
    /** Nothing where two vectors of length 1 cannot be. */
    other: here.other && { ...here.other, force: force(here.other, D, unitLength) },
    curves: curves(y, m, mPositive, compare),
  };
}

export type VariantsModel = ReturnType<typeof variantsModel>;
