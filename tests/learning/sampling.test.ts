import { describe, expect, it } from 'vitest';
import {
  classesByPictures,
  nearestNeighbours,
  onePairAClass,
  pairsByClass,
  pairsByNeighbours,
  picturesByClass,
} from '../../src/lib/learning';
import { random } from '../../src/lib/state/random';
import { digitsFor } from './support/data';

const { train } = digitsFor([1, 4, 9], { most: 40 });
const classOf = (i: number) => train.labels[i] as number;

function neighboursOf(k: number): Uint32Array {
  const search = nearestNeighbours(train.pictures, k);
  let next = search.next();
  while (!next.done) next = search.next();
  return next.value;
}

describe('pairs by class', () => {
  const { first, second, y } = pairsByClass(train, 3000, random(3));

  it('take turns: a similar pair of two pictures of one class, a dissimilar pair of two classes', () => {
    y.forEach((label, k) => {
      const [i, j] = [first[k] as number, second[k] as number];
      expect(label).toBe(k % 2);
      expect(i).not.toBe(j);
      expect(classOf(i) === classOf(j)).toBe(label === 0);
    });
  });

  it('draw every class about as often', () => {
    const counts = [0, 1, 2].map((c) => first.filter((i) => classOf(i) === c).length);
    for (const count of counts) expect(count / 3000).toBeCloseTo(1 / 3, 1);
  });

  it('are the same for the same seed, and others for another', () => {
    expect(pairsByClass(train, 50, random(3)).first).toEqual(first.subarray(0, 50));
    expect(pairsByClass(train, 50, random(4)).first).not.toEqual(first.subarray(0, 50));
  });
});

describe('nearest neighbours in pixel space', () => {
  const neighbours = neighboursOf(5);
  const { starts, index, values } = train.pictures;
  const dense = Array.from({ length: train.labels.length }, (_, i) => {
    const row = new Float64Array(196);
    for (let e = starts[i] as number; e < (starts[i + 1] as number); e++) {
      row[index[e] as number] = values[e] as number;
    }
    return row;
  });
  const distance = (i: number, j: number) =>
    Math.hypot(...(dense[i] as Float64Array).map((x, p) => x - (dense[j]?.[p] as number)));

  it('are the five others at the smallest distance', () => {
    for (const i of [0, 50, 119]) {
      const others = dense.map((_, j) => j).filter((j) => j !== i);
      const nearest = others.sort((a, b) => distance(i, a) - distance(i, b)).slice(0, 5);
      expect([...neighbours.subarray(5 * i, 5 * i + 5)]).toEqual(nearest);
    }
  });

  it('make the similar pairs of the rule of 2006, and no dissimilar one in either direction', () => {
    const { first, second, y } = pairsByNeighbours(neighbours, 5, 2000, random(8));
    const near = (i: number, j: number) => neighbours.subarray(5 * i, 5 * i + 5).includes(j);
    y.forEach((label, k) => {
      const [i, j] = [first[k] as number, second[k] as number];
      expect(i).not.toBe(j);
      if (label === 0) expect(near(i, j)).toBe(true);
      else expect(near(i, j) || near(j, i)).toBe(false);
    });
  });
});

describe('other batches', () => {
  it('hold P classes with K different pictures of each', () => {
    const batch = [...classesByPictures(train, 2, 6, random(1))];
    expect(new Set(batch).size).toBe(12);
    expect(new Set(batch.slice(0, 6).map(classOf)).size).toBe(1);
    expect(new Set(batch.map(classOf)).size).toBe(2);
  });

  it('hold all classes in their order where there are no more than P', () => {
    const batch = classesByPictures(train, 10, 2, random(1));
    expect([...batch].map(classOf)).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('hold as many pictures as asked, of every class about as many', () => {
    const batch = picturesByClass(train, 900, random(2));
    expect(batch).toHaveLength(900);
    expect(batch.filter((i) => classOf(i) === 0).length / 900).toBeCloseTo(1 / 3, 1);
  });

  it('hold one pair of different pictures of each class', () => {
    const { anchors, positives } = onePairAClass(train, random(6));
    expect(anchors.map(classOf)).toEqual([0, 1, 2]);
    expect(positives.map(classOf)).toEqual([0, 1, 2]);
    anchors.forEach((i, c) => expect(i).not.toBe(positives[c]));
  });
});
