import { cosineMatrix, crossEntropy, throughCosines } from '../../losses';
import type { Vec2 } from '../../state/parameters';
import { placeOf } from './circle';

export const NEGATIVES = ['n1', 'n2', 'n3', 'n4', 'n5'] as const;

export type TemperatureValues = Record<'tau' | 'p' | (typeof NEGATIVES)[number], number>;

const SAMPLES = 90;

/** Something that the anchor is compared with. */
export interface Candidate {
  angle: number;
  at: Vec2;
  cos: number;
  /** Its softmax probability among all candidates. */
  probability: number;
  /** For a negative, its part of all the push that the anchor feels; 1 for the positive, which has the pull to itself. */
  share: number;
  /** −τ ∂L/∂x: where the loss would move it, times the temperature. */
  arrow: Vec2;
}

const vec = (row: readonly number[] | undefined, factor: number): Vec2 => [
  0 + factor * (row?.[0] ?? 0),
  0 + factor * (row?.[1] ?? 0),
];

/** The InfoNCE loss of one anchor (van den Oord, Li, Vinyals 2018, eq. 4) with a positive and five negatives. */
export function temperatureModel(values: TemperatureValues) {
  const { tau } = values;
  const angles = [values.p, ...NEGATIVES.map((name) => values[name])];
  const anchor = placeOf(0);
  const places = angles.map(placeOf);
  const matrix = cosineMatrix([[...anchor]], places);
  const cos = matrix.cos[0] ?? [];
  const { loss, gradient } = crossEntropy(
    cos.map((s) => s / tau),
    0,
  );
  // ∂L/∂x, times the temperature: without it the arrows would grow beyond the picture as τ falls.
  const slopes = throughCosines(matrix, [gradient]);
  const pull = -(gradient[0] ?? 0);
  const candidates = angles.map((angle, k): Candidate => {
    const g = gradient[k] ?? 0;
    return {
      angle,
      at: places[k] ?? [0, 0],
      cos: cos[k] ?? 0,
      probability: k === 0 ? 1 - pull : g,
      share: k === 0 ? 1 : g / pull,
      arrow: vec(slopes.b[k], -1),
    };
  });
  const [positive, ...negatives] = candidates as [Candidate, ...Candidate[]];
  const nearest = negatives.reduce((best, next) => (next.cos > best.cos ? next : best));
  const entropy = negatives.reduce((sum, { share }) => sum - (share > 0 ? share * Math.log(share) : 0), 0);
  return {
    tau,
    anchor,
    anchorArrow: vec(slopes.a[0], -1),
    positive,
    negatives,
    nearest,
    loss,
    /** As many negatives of equal weight would be spread as much: e to the entropy of the shares. */
    effective: Math.exp(entropy),
    /** The share of a negative over its angle to the anchor, were it one of these five. */
    curve: Array.from({ length: SAMPLES + 1 }, (_, k): [number, number] => {
      const angle = (180 * k) / SAMPLES;
      const relative = Math.cos((angle * Math.PI) / 180) - nearest.cos;
      return [angle, nearest.share * Math.exp(relative / tau)];
    }),
  };
}

export type TemperatureModel = ReturnType<typeof temperatureModel>;
