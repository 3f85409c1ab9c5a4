import { describe, expect, it } from 'vitest';
import {
  batchHard,
  firstPairs,
  flatten,
  logSoftmax,
  movedCenters,
  nPair,
  nPairOfClasses,
  rowsOf,
  softmax,
  supCon,
  tripletMined,
  tripletsOf,
} from '../../src/lib/losses';

describe('rows of a flat array', () => {
  it('are views of it: what is written into the array is seen in its rows', () => {
    const x = Float32Array.of(1, 2, 3, 4);
    const rows = rowsOf(x, 2);
    x[3] = 5;
    expect(rows.map((row) => Array.from(row))).toEqual([
      [1, 2],
      [3, 5],
    ]);
    expect(rows.every((row) => row.buffer === x.buffer)).toBe(true);
  });

  it('train as they are: a step of descent writes into the array that the next loss reads', () => {
    const x = Float32Array.of(1, 0, 0.8, 0.6, 0, 1, -0.6, 0.8);
    const rows = rowsOf(x, 2);
    const labels = Uint8Array.of(0, 1, 0, 1);
    const out = new Float32Array(x.length);
    const step = () => {
      const { loss, gradient } = supCon(rows, labels, { temperature: 0.5 });
      flatten(gradient.x, out).forEach((g, k) => (x[k] = (x[k] ?? NaN) - 0.1 * g));
      return loss;
    };
    const history = Array.from({ length: 50 }, step);
    expect(history.at(-1)).toBeLessThan(0.7 * (history[0] ?? NaN));
  });

  it('name what does not fit', () => {
    expect(() => rowsOf(Float64Array.of(1, 2, 3), 2)).toThrow(
      'x has 3 numbers; a multiple of d = 2 is allowed',
    );
    expect(() => rowsOf(Float64Array.of(1), 0)).toThrow('d is 0');
    expect(() => flatten([[1, 2]], new Float32Array(3))).toThrow('out has 3 numbers; 2 are needed');
    expect(flatten([])).toEqual(new Float64Array(0));
  });
});

describe('what takes rows or labels', () => {
  it('is the N-pair loss, of single-precision rows too', () => {
    const { loss, gradient } = nPair([Float32Array.of(1, 2)], [Float32Array.of(1, 1)]);
    expect([loss, gradient]).toEqual([0, { a: [[0, 0]], p: [[0, 0]] }]);
  });

  it('takes classes from bytes', () => {
    const labels = Uint8Array.of(200, 0, 200, 0, 200);
    expect(firstPairs(labels)).toEqual(firstPairs([200, 0, 200, 0, 200]));
    expect(tripletsOf(labels)).toEqual(tripletsOf([200, 0, 200, 0, 200]));
    const x = [[0], [1], [2], [4], [8]];
    expect(tripletMined(x, labels, batchHard)).toEqual(tripletMined(x, Array.from(labels), batchHard));
    expect(nPairOfClasses(x, labels)).toEqual(nPairOfClasses(x, Array.from(labels)));
  });

  it('moves centres that are held in single precision without losing digits', () => {
    const centers = [Float32Array.of(0.5)];
    expect(movedCenters([Float32Array.of(0.25)], centers, [0])).toEqual(movedCenters([[0.25]], [[0.5]], [0]));
  });

  it('computes a softmax of whole numbers, which are no whole numbers themselves', () => {
    expect(softmax(Uint8Array.of(1, 1))).toEqual([expect.closeTo(0.5, 14), expect.closeTo(0.5, 14)]);
    expect(logSoftmax(Int8Array.of(0, 0))).toEqual(logSoftmax([0, 0]));
  });

  it('says so when a flat array is given for rows', () => {
    expect(() => supCon(Float32Array.of(1, 2) as never, [0, 0])).toThrow(
      'x[0] is 1; an array of numbers is allowed, as rowsOf makes them',
    );
  });
});
