import { describe, expect, test } from 'vitest';
import { chanceOfHit, evaluateRanking, evaluateRankings, ranking, rightOf } from '../../src/lib/clustering';

describe('a search on a line', () => {
  const points = { at: [0, 1, 3, 6, 10], dim: 1 };

  test('ranks the others by their distance, and not the query', () => {
    expect(ranking(points, 2)).toEqual([1, 0, 3, 4]);
  });

  test('leaves equally far ones in their order', () => {
    expect(ranking({ at: [0, -1, 1], dim: 1 }, 0)).toEqual([1, 2]);
  });
});

describe('a ranking', () => {
  // Right, wrong, right, wrong, right: R = 3.
  const right = rightOf([0, 1, 2, 3, 4], [1, 0, 1, 0, 1], 1);
  const found = (k: number) => evaluateRanking(right, k);

  test('has a precision and a recall that disagree', () => {
    expect(found(1)).toMatchObject({ precision: 1, recall: 1 / 3, hit: true });
    expect(found(4)).toMatchObject({ precision: 1 / 2, recall: 2 / 3, hit: true });
  });

  test('has its R-precision at as many places as there are right ones', () => {
    expect(found(1).rPrecision).toBeCloseTo(2 / 3, 12);
  });

  test('has a MAP@R that counts the precision where a place is rightly filled', () => {
    // Of three places the first and the third are right: (1/1 + 2/3) / 3.
    expect(found(1).averagePrecision).toBeCloseTo(5 / 9, 12);
  });

  test('is no hit when only others of another class are near', () => {
    expect(evaluateRanking([false, false, true], 2)).toMatchObject({ precision: 0, recall: 0, hit: false });
  });

  test('without a fellow finds nothing, and divides by nothing', () => {
    expect(evaluateRanking([false, false], 2)).toEqual({
      precision: 0,
      recall: 0,
      hit: false,
      rPrecision: 0,
      averagePrecision: 0,
    });
  });
});

test('Recall@k is the share of queries with a hit', () => {
  const orders = [
    [1, 2],
    [0, 2],
    [0, 1],
  ];
  expect(evaluateRankings(orders, [0, 0, 1], 1)).toMatchObject({ recallAtK: 2 / 3, precision: 2 / 3 });
});

test('by chance a hit is as likely as drawing one without putting back', () => {
  expect(chanceOfHit(140, 13, 1)).toBeCloseTo(13 / 139, 12);
  expect(chanceOfHit(5, 2, 2)).toBeCloseTo(1 - (2 / 4) * (1 / 3), 12);
  expect(chanceOfHit(5, 4, 1)).toBe(1);
});
