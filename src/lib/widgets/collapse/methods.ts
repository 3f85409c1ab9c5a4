import { clip, cosineEmbedding, vicReg } from '../../losses';
import type { Matrix } from './data';
import { backThrough, outer, sumOf, times, type Network } from './network';

export type Method = 'pull' | 'predictor' | 'stop' | 'infonce' | 'variance' | 'vicreg';

/** What a method makes of the embeddings of two views: its loss, and the gradients. */
export interface Slopes {
  loss: number;
  a: Matrix;
  b: Matrix;
  /** ∂L/∂V, where there is a predictor. */
  V?: Matrix;
}

/** The temperature of InfoNCE here. */
const TAU = 0.3;

/** 1 − cos of each row with its partner, as a mean, with the gradient for either. */
function apart(x: Matrix, y: Matrix) {
  const terms = x.map((row, i) => cosineEmbedding(row, y[i] ?? [], 1));
  const mean = (row: ArrayLike<number>) => Array.from(row, (g) => g / x.length);
  return {
    loss: terms.reduce((sum, { loss }) => sum + loss / x.length, 0),
    x: terms.map(({ gradient }) => mean(gradient.x1)),
    y: terms.map(({ gradient }) => mean(gradient.x2)),
  };
}

/** SimSiam, Chen and He (2021), eq. 1 to 4: each view predicts the other, which is held fast unless `through`. */
function predicted({ V }: Network, a: Matrix, b: Matrix, through: boolean): Slopes {
  const [first, second] = [apart(times(V, a), b), apart(times(V, b), a)];
  const back = (own: Matrix, other: Matrix) =>
    through ? sumOf(backThrough(V, own), other) : backThrough(V, own);
  const half = (rows: Matrix) => rows.map((row) => row.map((g) => g / 2));
  return {
    loss: (first.loss + second.loss) / 2,
    a: half(back(first.x, second.y)),
    b: half(back(second.x, first.y)),
    V: half(sumOf(outer(first.x, a), outer(second.x, b))),
  };
}

function vicRegulated(a: Matrix, b: Matrix, covariance: number): Slopes {
  // Divided as the authors' program divides, by the dimension and by two.
  const { loss, gradient } = vicReg(a, b, { invariance: 25 / 6, variance: 12.5, covariance });
  return { loss, ...gradient };
}

const METHODS: Record<Method, { rate: number; slopes(network: Network, a: Matrix, b: Matrix): Slopes }> = {
  pull: {
    rate: 0.5,
    slopes(_network, a, b) {
      const { loss, x, y } = apart(a, b);
      return { loss, a: x, b: y };
    },
  },
  predictor: { rate: 0.8, slopes: (network, a, b) => predicted(network, a, b, true) },
  stop: { rate: 0.8, slopes: (network, a, b) => predicted(network, a, b, false) },
  infonce: {
    rate: 0.8,
    slopes(_network, a, b) {
      const { loss, gradient } = clip(a, b, 1 / TAU);
      return { loss, a: gradient.img, b: gradient.txt };
    },
  },
  variance: { rate: 0.015, slopes: (_network, a, b) => vicRegulated(a, b, 0) },
  vicreg: { rate: 0.015, slopes: (_network, a, b) => vicRegulated(a, b, 1) },
};

export const methodOf = (name: Method) => METHODS[name];
