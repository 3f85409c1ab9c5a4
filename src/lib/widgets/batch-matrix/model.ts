import { onCircle } from '../../geometry/circle';
import { cosineMatrix, crossEntropy, throughCosines } from '../../losses';
import type { Vec2 } from '../../state/parameters';

/** Samples that there is room for, with two views each. */
export const MOST = 5;
export const VIEWS = ['a1', 'b1', 'a2', 'b2', 'a3', 'b3', 'a4', 'b4', 'a5', 'b5'] as const;
export type View = (typeof VIEWS)[number];

export type BatchMatrixValues = Record<View, number> & {
  tau: number;
  N: number;
  row: number;
  /** What sample 2 shows: something else than sample 1, or the same and is pushed, or the same and is left out. */
  twin: 'other' | 'pushed' | 'masked';
  cells: 'cosine' | 'share' | 'gradient';
};

/** Degrees that one step of descent turns a view by, for a slope of 1/τ that it feels alone. */
const RATE = 12;

/** What row i makes of column j. */
export type Kind = 'self' | 'positive' | 'negative' | 'false-negative' | 'left-out';

/** One entry of the matrix. */
export interface Entry {
  kind: Kind;
  cos: number;
  /** Its softmax probability within the row; 0 where it is no candidate. */
  share: number;
  /** ∂Lᵢ/∂sᵢⱼ. */
  slope: number;
}

interface Row {
  name: string;
  at: Vec2;
  entries: Entry[];
  /** Lᵢ: what this view pays for finding its partner. */
  loss: number;
  /** The probability of the partner. */
  partner: number;
  /** Of all push of the row, what falls on views of the same thing, in percent. */
  mistaken: number;
}

const sampleOf = (view: number) => Math.floor(view / 2);
const isSameThing = (i: number, j: number) => sampleOf(i) + sampleOf(j) === 1;

function kindOf(i: number, j: number, twin: BatchMatrixValues['twin']): Kind {
  if (i === j) return 'self';
  if (sampleOf(i) === sampleOf(j)) return 'positive';
  if (twin === 'other' || !isSameThing(i, j)) return 'negative';
  return twin === 'masked' ? 'left-out' : 'false-negative';
}

/** The name of a view in the drawing: a₁. */
export const nameOf = (view: View) => `${view[0]}${'₁₂₃₄₅'[Number(view[1]) - 1]}`;

/**
 * A batch of N samples in two views each on the unit circle, under NT-Xent (Chen et al. 2020, eq. 1): each view is to find
 * its partner among all others of the batch. What is left out stands in no denominator.
 */
export function batchMatrixModel(values: BatchMatrixValues) {
  const { tau, N, twin } = values;
  const views = VIEWS.slice(0, 2 * N);
  const places = views.map((view) => onCircle(values[view]) as Vec2);
  const matrix = cosineMatrix(
    places.map((at) => [...at]),
    places.map((at) => [...at]),
  );
  const rows = views.map((view, i): Row => {
    const cos = matrix.cos[i] ?? [];
    const kinds = views.map((_, j) => kindOf(i, j, twin));
    const candidates = [...kinds.keys()].filter((j) => kinds[j] !== 'self' && kinds[j] !== 'left-out');
    const { loss, gradient } = crossEntropy(
      candidates.map((j) => (cos[j] ?? 0) / tau),
      candidates.findIndex((j) => kinds[j] === 'positive'),
    );
    const entries = kinds.map((kind, j): Entry => {
      const g = gradient[candidates.indexOf(j)] ?? 0;
      const share = candidates.includes(j) ? (kind === 'positive' ? 1 + g : g) : 0;
      return { kind, cos: cos[j] ?? 0, share, slope: g / tau };
    });
    const push = (of: (entry: Entry) => boolean) =>
      entries.filter(of).reduce((sum, { slope }) => sum + Math.max(0, slope), 0);
    const all = push(() => true);
    return {
      name: nameOf(view),
      at: places[i] ?? [0, 0],
      entries,
      loss,
      partner: entries.find(({ kind }) => kind === 'positive')?.share ?? 1,
      mistaken: all > 0 ? (100 * push(({ kind }) => kind === 'false-negative')) / all : 0,
    };
  });
  // τ ∂(Σ Lᵢ)/∂x: without the temperature the arrows would grow beyond the picture as it falls.
  const slopes = throughCosines(
    matrix,
    rows.map(({ entries }) => entries.map(({ slope }) => tau * slope)),
  );
  const arrows = views.map((_, i): Vec2 => {
    const component = (k: 0 | 1) => 0 - (slopes.a[i]?.[k] ?? 0) - (slopes.b[i]?.[k] ?? 0);
    return [component(0), component(1)];
  });
  const chosen = Math.min(values.row, 2 * N) - 1;
  return {
    tau,
    cells: values.cells,
    views,
    rows,
    arrows,
    chosen,
    row: rows[chosen] as Row,
    loss: rows.reduce((sum, { loss }) => sum + loss, 0) / rows.length,
    /** What a row costs where all views are alike: nothing tells them apart. */
    chance: Math.log(2 * N - 1),
  };
}

export type BatchMatrixModel = ReturnType<typeof batchMatrixModel>;

/** The angles after some steps of descent, each view turned the way that its arrow points. */
export function descended(values: BatchMatrixValues, steps: number): Partial<Record<View, number>> {
  const now = { ...values };
  for (let k = 0; k < steps; k++) {
    const { views, rows, arrows } = batchMatrixModel(now);
    views.forEach((view, i) => {
      const [x, y] = rows[i]?.at ?? [0, 0];
      const [dx, dy] = arrows[i] ?? [0, 0];
      now[view] += RATE * (x * dy - y * dx);
      if (Math.abs(now[view]) > 180) now[view] -= 360 * Math.sign(now[view]);
    });
  }
  return Object.fromEntries(VIEWS.slice(0, 2 * values.N).map((view) => [view, Math.round(now[view])]));
}
