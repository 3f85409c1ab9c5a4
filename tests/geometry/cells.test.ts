import { describe, expect, it } from 'vitest';
import { cellPaths } from '../../src/lib/geometry/cells';
import { frame } from '../../src/lib/geometry/frame';
import { classHulls } from '../../src/lib/geometry/hull';

const insets = { left: 0, right: 0, top: 0, bottom: 0 };
const picture = frame([0, 4], [0, 4], 400, 400, insets);

describe('the cells of nearest neighbours', () => {
  it('share the picture along the line that is as far from one point as from the other', () => {
    const cells = cellPaths(picture, [1, 2, 3, 2], ['left', 'right']);
    const xs = (group: string) =>
      [...(cells.get(group) ?? '').matchAll(/([\d.]+),/g)].map(([, x]) => Number(x));
    expect([Math.min(...xs('left')), Math.max(...xs('left'))]).toEqual([0, 200]);
    expect([Math.min(...xs('right')), Math.max(...xs('right'))]).toEqual([200, 400]);
  });

  it('of a group are one path', () => {
    const cells = cellPaths(picture, [1, 1, 3, 1, 1, 3, 3, 3], ['a', 'b', 'a', 'b']);
    expect([...cells.keys()]).toEqual(['a', 'b']);
    expect(cells.get('a')?.match(/Z/g)).toHaveLength(2);
  });

  it('are fewer than the points where two coincide, and none without points', () => {
    expect(cellPaths(picture, [1, 1, 1, 1], ['a', 'b']).size).toBe(2);
    expect(cellPaths(picture, [], []).size).toBe(0);
  });
});

describe('the hull of a class', () => {
  it('is around its points, each class for itself, and leaves a stray one out', () => {
    const square = [0, 0, 1, 0, 1, 1, 0, 1, 0.5, 0.5, 0.4, 0.6, 0.6, 0.4, 0.5, 0.6, 0.4, 0.4];
    const points = [...square, 40, 40, 3, 3];
    const labels = [...Array.from({ length: 10 }, () => 0), 1];
    const [first, second] = classHulls(points, labels);
    expect(first).toHaveLength(4);
    expect(first?.flat().every((value) => value <= 1)).toBe(true);
    expect(second).toBeUndefined();
  });
});
