import { describe, expect, it } from 'vitest';
import { packNetwork, unpackNetwork } from '../../src/lib/learning/quantized';
import { initialise } from '../../src/lib/learning/weights';
import { settingsFrom } from '../../src/lib/learning/settings';
import { shapeOf } from '../../src/lib/learning/shape';
import { random } from '../../src/lib/state/random';

const settings = settingsFrom({ classes: [3, 5, 8], hidden: 6, dim: 3 });
const weights = Float32Array.from(initialise(shapeOf(settings), random(4)).all);
const network = { settings, steps: 12, weights };

describe('a packed network', () => {
  it('comes back with its settings, its steps and each weight rounded to one of 63 levels', () => {
    const back = unpackNetwork(packNetwork(network));
    expect(back.settings).toEqual(settings);
    expect(back.steps).toBe(12);
    const most = Math.sqrt(6 / (196 + 6));
    const first = 196 * 6;
    for (let k = 0; k < first; k++) {
      expect(Math.abs((back.weights[k] as number) - (weights[k] as number))).toBeLessThan(most / 61);
    }
  });

  it('is the same when it is packed again', () => {
    const once = packNetwork(network);
    expect(packNetwork(unpackNetwork(once))).toEqual(once);
  });

  it('takes one letter a weight, and a network without weights is no problem', () => {
    expect(packNetwork(network).levels).toMatch(/^[A-Za-z0-9+/]{1203}$/);
    const none = { ...network, weights: weights.map(() => 0) };
    expect(unpackNetwork(packNetwork(none)).weights).toEqual(none.weights);
  });

  it('is refused with too few, too many or foreign letters', () => {
    const packed = packNetwork(network);
    expect(() => unpackNetwork({ ...packed, levels: packed.levels.slice(1) })).toThrow(/1202 levels; 1203/);
    expect(() => unpackNetwork({ ...packed, levels: `${packed.levels}A` })).toThrow(/1204 levels; 1203/);
    expect(() => unpackNetwork({ ...packed, levels: `?${packed.levels.slice(1)}` })).toThrow(
      /letter 1 .*no level/,
    );
  });
});
