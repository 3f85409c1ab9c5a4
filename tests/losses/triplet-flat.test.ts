import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINING, minerNamed, SHUT, tripletMined, tripletMinedFlat, type Rows } from '../../src/lib/losses';

const coordinate = fc.oneof(
  fc.double({ min: -3, max: 3, noNaN: true }),
  // Rows that coincide, and distances that are equal.
  fc.constantFrom(0, 1, -1, 0.5),
);
const batches = fc.tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 3 })).chain(([n, d]) =>
  fc.record({
    x: fc.array(fc.array(coordinate, { minLength: d, maxLength: d }), { minLength: n, maxLength: n }),
    labels: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: n, maxLength: n }),
    m: fc.double({ min: 0, max: 2, noNaN: true }),
    reducer: fc.constantFrom('sum', 'mean', 'mean-active'),
  }),
);

describe('the triplet loss of flat embeddings', () => {
  it.each(MINING.options)('is that of rows to the last bit, over the triplets “%s”', (name) => {
    fc.assert(
      fc.property(batches, ({ x, labels, m, reducer }) => {
        const miner = minerNamed(name, m);
        const rows = tripletMined(x, labels, miner, { m, reducer });
        const flat = tripletMinedFlat(x.flat(), x[0]?.length ?? 0, labels, miner, { m, reducer });
        expect(flat.loss).toBe(rows.loss);
        // The sign of a zero says nothing.
        expect([...flat.gradient].map((value) => value + 0)).toEqual(
          rows.gradient.x.flat().map((value) => value + 0),
        );
        expect(flat.triplets).toBe(rows.triplets.length);
        expect(flat.active).toBe(rows.items.filter((item) => item > SHUT).length);
      }),
      { numRuns: 200, seed: 9 },
    );
  });

  it('names what is wrong with its arguments', () => {
    const miner = minerNamed('all', 1);
    const of = (x: Rows, d: number, labels = [0, 0, 1], m = 1) =>
      tripletMinedFlat(x.flat(), d, labels, miner, { m });
    const good = [[0], [1], [3]];
    expect(() => of(good, 2)).toThrow('x has 3 numbers; 6 are needed, 2 a label');
    expect(() => of(good, 0)).toThrow('d is 0');
    expect(() => of([[0], [NaN], [3]], 1)).toThrow('x[1] is NaN');
    expect(() => of(good, 1, [0, 0, -1])).toThrow('labels[2] is -1');
    expect(() => of(good, 1, [0, 0, 1], -1)).toThrow('m is -1');
  });
});
