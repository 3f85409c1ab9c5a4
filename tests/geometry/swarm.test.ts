import { describe, expect, it } from 'vitest';
import { swarm } from '../../src/lib/geometry/swarm';

describe('marks along a line', () => {
  it('stay on it while there is room', () => {
    expect(swarm([3, 0, 1.5], 1)).toEqual([0, 0, 0]);
  });

  it('go above and below it where they would cover each other', () => {
    expect(swarm([0, 0.1, 0.2, 0.3, 0.4, 2], 1)).toEqual([0, 1, -1, 2, -2, 0]);
  });

  it('cover each other where all lanes are full', () => {
    expect(swarm([0, 0, 0, 0], 1, 1)).toEqual([0, 1, -1, 0]);
  });
});
