import { describe, expect, it } from 'vitest';
import { labelSide, labelSides, sideInside } from '../../src/lib/geometry/label-placement';

describe('the side on which a name above a point stands', () => {
  it('is the one that the line leaves free', () => {
    expect(labelSide([0, 0], [1, 1])).toBe('left');
    expect(labelSide([0, 0], [1, -1])).toBe('right');
  });

  it('stays the same near a level and near an upright line', () => {
    const sides = [0.1, -0.1].flatMap((tilt) => [labelSide([0, 0], [1, tilt]), labelSide([0, 0], [tilt, 1])]);
    expect(new Set(sides)).toEqual(new Set(['right']));
    expect(labelSide([0, 0], [0, 0])).toBe('right');
  });

  it('does not depend on the direction in which the line is drawn', () => {
    expect(labelSide([1, 1], [0, 0])).toBe('left');
    expect(labelSide([1, -1], [0, 0])).toBe('right');
  });

  it('is the one that is in the picture where the other would leave it', () => {
    expect(sideInside('right', 390, 400)).toBe('left');
    expect(sideInside('right', 200, 400)).toBe('right');
    expect(sideInside('left', 200, 400)).toBe('left');
  });

  it('is the outer one for points so close that their names would meet', () => {
    expect(labelSides([0, 0], [0.1, 0.1], 0.4)).toEqual(['left', 'right']);
    expect(labelSides([0.1, 0.1], [0, 0], 0.4)).toEqual(['right', 'left']);
    expect(labelSides([0, 0], [1, 1], 0.4)).toEqual(['left', 'left']);
  });
});
