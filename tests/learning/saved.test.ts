import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  crc32,
  DEFAULTS,
  pytorchModule,
  readNetwork,
  settingsFrom,
  writeNetwork,
  type SavedNetwork,
} from '../../src/lib/learning';
import { random } from '../../src/lib/state/random';

const settings = settingsFrom({ hidden: 3, classes: [4, 9], seed: 12 });
const uniform = random(2);
const saved: SavedNetwork = {
  settings,
  steps: 1500,
  weights: Float32Array.from({ length: 196 * 3 + 3 + 6 + 2 + 4 }, () => uniform() - 0.5),
};
const file = writeNetwork(saved);
const without = JSON.parse(file) as Record<string, unknown>;

/** The file with a field changed and its checksum made right again. */
function forged(change: Record<string, unknown>): string {
  const content: Record<string, unknown> = { ...without, ...change };
  delete content.checksum;
  return JSON.stringify({ ...content, checksum: crc32(JSON.stringify(content)) });
}

describe('a network in a file', () => {
  it('comes back as it was', () => {
    expect(readNetwork(file)).toEqual(saved);
  });

  it('says format, version, settings, seed and steps in plain sight', () => {
    expect(without).toMatchObject({ version: 1, steps: 1500, settings: { seed: 12, classes: [4, 9] } });
  });

  it('is refused when any character of it is another', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.constantFrom(...'aB3/+"{,'), (at, character) => {
        const damaged = file.slice(0, at) + character + file.slice(at + 1);
        // White space between the fields carries nothing.
        fc.pre(damaged !== file && /\S/.test(file[at] ?? ''));
        expect(() => readNetwork(damaged)).toThrow('This file was not read:');
      }),
      { numRuns: 300, seed: 4 },
    );
  });

  test.each([
    ['nothing', '', 'it is not a network saved here'],
    ['a picture', '\u0089PNG\r\n', 'it is not a network saved here'],
    ['other data', '{"format":"something"}', 'it is not a network saved here'],
    ['half of itself', file.slice(0, file.length / 2), 'it is not a network saved here'],
    ['a later version', forged({ version: 2 }), 'its version is 2, and this page reads version 1'],
    [
      'weights of another network',
      forged({ weights: 'AACAPw==' }),
      'it has 1 weights, and its settings call for 603',
    ],
    [
      'a setting that cannot be',
      forged({ settings: { ...DEFAULTS, hidden: 0 } }),
      'hidden is 0; a whole number from 1',
    ],
    ['weights that are no numbers', forged({ weights: 'AADAfw==' }), 'it has 1 weights'],
    ['text for steps', forged({ steps: 'many' }), 'it does not say its steps'],
  ])('a file with %s is refused with the reason', (_, text, reason) => {
    expect(() => readNetwork(text)).toThrow(reason);
  });

  it('has the checksum of ISO 3309', () => {
    expect(crc32('123456789')).toBe('cbf43926');
  });
});

test('the module for PyTorch names the shape and carries every weight', () => {
  const module = pytorchModule(saved);
  expect(module).toContain('INPUTS, HIDDEN, DIM, CLASSES = 196, 3, 2, 2');
  const lines = [...module.matchAll(/^ {4}"([\w+/=]+)"$/gm)].map((match) => match[1]);
  expect(lines.join('')).toBe(without.weights);
});
