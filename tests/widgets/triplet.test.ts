import { describe, expect, it } from 'vitest';
import { triplet } from '../../src/lib/losses';
import { definition } from '../../src/lib/widgets/triplet/definition';
import { tripletModel } from '../../src/lib/widgets/triplet/model';
import type { TripletValues } from '../../src/lib/widgets/triplet/values';
import { contours, halfArc, placeNames, within } from '../../src/lib/widgets/triplet/regions';
import { lossAround } from '../../src/lib/widgets/triplet/ridge';

const start: TripletValues = {
  a: [0.1, -0.5],
  p: [0.8, -0.1],
  n: [0.1, 0.6],
  m: 1,
  distances: 'squared',
  charge: 'hinge',
  unit: false,
  swap: false,
  land: 'none',
};
const at = (change: Partial<TripletValues>) => tripletModel({ ...start, ...change });

describe('three embeddings under the triplet loss', () => {
  it('have the loss of the library in every form', () => {
    const { a, p, n } = start;
    expect(at({}).loss).toBeCloseTo(triplet(a, p, n, { squared: true }).loss, 12);
    expect(at({ distances: 'plain' }).loss).toBeCloseTo(triplet(a, p, n).loss, 12);
    expect(at({ charge: 'soft', swap: true }).loss).toBeCloseTo(
      triplet(a, p, n, { squared: true, form: 'soft', swap: true }).loss,
      12,
    );
  });

  it('show distances, not squares, whatever the loss compares', () => {
    expect(at({}).D.an).toBeCloseTo(1.1, 12);
    expect(at({ distances: 'plain' }).D).toEqual(at({}).D);
  });

  it('move by forces that add up to zero', () => {
    for (const distances of ['squared', 'plain'] as const) {
      const { g } = at({ distances });
      for (const k of [0, 1] as const) expect(g.a[k] + g.p[k] + g.n[k]).toBeCloseTo(0, 12);
    }
  });

  it('push a negative the less the closer it is, if squared, and equally if not', () => {
    const near = { n: [0.1, -0.4] } as const;
    expect(at(near).force.n).toBeCloseTo(0.2, 12);
    expect(at({}).force.n).toBeCloseTo(2.2, 12);
    expect(at({ ...near, distances: 'plain' }).force.n).toBeCloseTo(1, 12);
  });

  it('feel the margin only by whether there is a force', () => {
    expect(at({ m: 0.6 }).g).toEqual(at({ m: 2 }).g);
    expect(at({ m: 0.56 - 1e-9 }).force).toEqual({ a: 0, p: 0, n: 0 });
  });

  it.each(['squared', 'plain'] as const)(
    'slide along the circle as central differences say, %s',
    (distances) => {
      const h = 1e-5;
      const on = (degrees: number) => [Math.cos(degrees), Math.sin(degrees)] as const;
      const loss = (n: number) => at({ distances, unit: true, n: on(n) }).loss;
      const { g, n } = at({ distances, unit: true, n: on(0.4) });
      const along = -n[1] * g.n[0] + n[0] * g.n[1];
      expect(along).toBeCloseTo((loss(0.4 + h) - loss(0.4 - h)) / (2 * h), 6);
      expect(n[0] * g.n[0] + n[1] * g.n[1]).toBeCloseTo(0, 12);
    },
  );

  it('stand on the circle when they are of length 1, even one that was at the origin', () => {
    expect(at({ unit: true, n: [0, 0] }).n).toEqual([1, 0]);
    expect(Math.hypot(...at({ unit: true }).a)).toBeCloseTo(1, 12);
  });
});

describe('the kinds of a triplet', () => {
  it.each([
    [[0.1, 0.1], 'hard'],
    [[0.1, 0.6], 'semi-hard'],
    [[0.1, 0.85], 'easy'],
  ] as const)('with the negative at %j is %s', (n, kind) => {
    expect(at({ n }).kind).toBe(kind);
  });

  it('go with the loss: above the margin, between, and zero', () => {
    expect(at({ n: [0.1, 0.1] }).loss).toBeGreaterThan(1);
    expect(at({}).loss).toBeLessThan(1);
    expect(at({ n: [0.1, 0.85] }).loss).toBe(0);
  });

  it('change where the positive is, and at the distance that is free of charge', () => {
    const { border = NaN } = at({});
    expect(at({ n: [0.1, -0.5 + border + 1e-9] }).kind).toBe('easy');
    expect(at({ n: [0.1, -0.5 + border - 1e-9] }).kind).toBe('semi-hard');
    expect(at({ n: start.p }).kind).toBe('hard');
  });

  it('are two for the soft form, which has no margin and never ends', () => {
    expect(at({ charge: 'soft', n: [0.1, 1.4] }).kind).toBe('in order');
    expect(definition.outputs.border?.value(at({ charge: 'soft' }))).toBe('nowhere');
  });

  it('make a squared ring thinner where the positive is farther, and leave an un-squared one as it is', () => {
    const width = (change: Partial<TripletValues>) => {
      const { border = NaN, D } = at({ m: 0.2, ...change });
      return border - D.ap;
    };
    const far = { a: [-0.6, -0.5], p: [0.8, 0.3] } as const;
    expect(width({})).toBeCloseTo(0.116, 3);
    expect(width(far)).toBeCloseTo(0.061, 3);
    expect(width({ distances: 'plain' })).toBeCloseTo(0.2, 12);
    expect(width({ distances: 'plain', ...far })).toBeCloseTo(0.2, 12);
  });
});

describe('the landscape over the place of the negative', () => {
  it.each([
    { distances: 'squared', charge: 'hinge' },
    { distances: 'plain', charge: 'hinge' },
    { distances: 'squared', charge: 'soft' },
    { distances: 'plain', charge: 'soft' },
  ] as const)('has on each line the loss that is written on it: %j', (form) => {
    const lines = contours(at(form)).filter(({ r }) => r > 0);
    expect(lines.length).toBeGreaterThan(2);
    for (const { loss, r } of lines) {
      expect(at({ ...form, n: [0.1, -0.5 + r] }).loss).toBeCloseTo(loss, 9);
    }
  });

  it('counts for the nearer of anchor and positive with the swap', () => {
    const swapped = at({ swap: true });
    for (const { loss, r } of contours(swapped)) {
      for (const outline of within([swapped.a, swapped.p], r)) {
        for (const n of outline) {
          expect(at({ swap: true, n: [n[0], n[1]] }).loss).toBeCloseTo(loss, 9);
        }
      }
    }
  });

  it('is a hill above the circle for embeddings of length 1, without height where the hinge is shut', () => {
    const model = at({ unit: true, m: 0.2 });
    const heights = lossAround(model).map(([x, y]) => Math.hypot(x, y) - 1);
    expect(Math.max(...heights)).toBeCloseTo(0.4, 9);
    expect(Math.min(...heights)).toBeCloseTo(0, 9);
  });

  it('knows how far along the circle a chord reaches', () => {
    expect(halfArc(1)).toBeCloseTo(60, 9);
    expect(halfArc(2.5)).toBe(180);
  });

  it('writes a name inside the frame, or not at all', () => {
    const frame = { x: [-2, 2], y: [-1.5, 1.5] } as const;
    const [name] = placeNames([1.9, 1.4], [{ text: 'hard', r: 1 }], frame, [[1.9, 1.4]]);
    expect(Math.abs(name?.at[0] ?? NaN)).toBeLessThan(2);
    expect(Math.abs(name?.at[1] ?? NaN)).toBeLessThan(1.5);
    expect(placeNames([0, 0], [{ text: 'hard', r: 5 }], frame, [])).toEqual([]);
  });

  it('writes no name into the letter of a point, which stands above it', () => {
    const frame = { x: [-2, 2], y: [-1.5, 1.5] } as const;
    const anchor = [0.1, -0.5] as const;
    const points = [anchor, [0.8, -0.1], [0.1, 0.6]] as const;
    const rings = [
      { text: 'semi-hard', r: 1.05 },
      { text: 'hard', r: 0.58 },
    ];
    const [u, v] = placeNames(anchor, rings, frame, points)[1]?.at ?? [NaN, NaN];
    const isBeside = Math.abs(Math.abs(u - anchor[0]) - 0.28) > 0.3;
    expect(isBeside || Math.abs(v - anchor[1] - 0.25) >= 0.24).toBe(true);
  });

  it('writes no name on another, and each at its own radius', () => {
    const frame = { x: [-2, 2], y: [-1.5, 1.5] } as const;
    const rings = [
      { text: 'semi-hard', r: 0.9 },
      { text: 'hard', r: 0.8 },
      { text: 'easy', r: 1 },
    ];
    const names = placeNames([0, 0], rings, frame, [[1, 0]]);
    expect(names.map(({ text }) => text)).toEqual(['semi-hard', 'hard', 'easy']);
    names.forEach(({ at }, i) => {
      expect(Math.hypot(...at)).toBeCloseTo(rings[i]?.r ?? NaN, 9);
      for (const other of names.slice(0, i)) {
        const isBeside = Math.abs(other.at[0] - at[0]) > 0.4;
        expect(isBeside || Math.abs(other.at[1] - at[1]) >= 0.2).toBe(true);
      }
    });
  });
});
