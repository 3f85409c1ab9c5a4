import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  crc32,
  readNetwork,
  SavedNetworkError,
  settingsFrom,
  writeNetwork,
  type SavedNetwork,
} from '../../src/lib/learning';
import { random } from '../../src/lib/state/random';
import { text } from '../support/hostile';

/** Few in every run of the tests; `npm run fuzz` asks for many. */
const numRuns = Math.ceil(Number(process.env.FUZZ_RUNS ?? 600) / 3);
const TIMEOUT = 600_000;

const uniform = random(2);
const saved: SavedNetwork = {
  settings: settingsFrom({ hidden: 3, classes: [4, 9], seed: 12 }),
  steps: 1500,
  weights: Float32Array.from({ length: 196 * 3 + 3 + 6 + 2 + 4 }, () => uniform() - 0.5),
};
const file = writeNetwork(saved);
const fields = JSON.parse(file) as Record<string, unknown> & { settings: Record<string, unknown> };

const place = fc.nat(file.length);
/** The file with a part of it gone, doubled or replaced by something else. */
const damaged = fc
  .tuple(
    place,
    place,
    fc.oneof(
      fc.constant(''),
      text,
      place.map((end) => file.slice(0, end)),
    ),
  )
  .map(([from, to, instead]) => file.slice(0, Math.min(from, to)) + instead + file.slice(Math.max(from, to)));

const anything = fc.oneof(
  text,
  fc.jsonValue(),
  fc.double(),
  fc.constantFrom(0, -1, 1.5, 1e9, 1e300, 2 ** 53, true, null, [], {}),
);
/** A file whose checksum is right, and whose fields are not what they were. */
const forged = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...Object.keys(fields)), anything, { maxKeys: 2 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...Object.keys(fields.settings)), text), anything, { maxKeys: 3 }),
  )
  .map(([outer, inner]) => {
    const content: Record<string, unknown> = {
      ...fields,
      settings: { ...fields.settings, ...inner },
      ...outer,
    };
    delete content.checksum;
    return JSON.stringify({ ...content, checksum: crc32(JSON.stringify(content)) });
  });

/** Either a network that can be used and saved again, or a reason that a reader can read. */
function expectReadOrRefused(content: string) {
  try {
    const network = readNetwork(content);
    expect(network.weights.every(Number.isFinite)).toBe(true);
    expect(Number.isSafeInteger(network.steps)).toBe(true);
    expect(readNetwork(writeNetwork(network))).toEqual(network);
  } catch (error) {
    expect(error).toBeInstanceOf(SavedNetworkError);
    const { message } = error as Error;
    expect(message).toMatch(/^This file was not read: [^]+\.$/);
    expect(message.length).toBeLessThan(600);
  }
}

describe('a file of a network is read whole or refused with the reason', () => {
  test.each([
    [
      'whatever it holds',
      fc.oneof(
        text,
        anything.map((value) => JSON.stringify(value) ?? ''),
      ),
    ],
    ['wherever it is damaged', damaged],
    ['whatever its fields say', forged],
  ])(
    '%s',
    (_what, contents) => {
      fc.assert(fc.property(contents, expectReadOrRefused), { seed: 45, numRuns, endOnFailure: true });
    },
    TIMEOUT,
  );
});
