import fc from 'fast-check';
import type { Parameters } from '../../src/lib/state/parameters';

/** What an attacker, a broken program or a bored reader may write. */
const NASTY = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "javascript:alert('x')",
  '{@html "<b>x</b>"}',
  '${alert(1)}',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '%00%FF%',
  '\u0000\uFFFF\u202E',
  '\uD800',
  '',
  ' ',
  ',',
  ';;;;',
  'NaN',
  'Infinity',
  '-Infinity',
  '1e999',
  '-1e-999',
  '-0',
  '0x1F',
  '1_000',
  '١٢٣',
  '9'.repeat(400),
  '[object Object]',
  'null',
  'undefined',
];

/** Some are huge, most are small. */
export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 6, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 3, arbitrary: fc.double().map(String) },
  { weight: 2, arbitrary: fc.array(fc.double(), { maxLength: 8 }).map((numbers) => numbers.join(',')) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('x', '9', ',', ';', '<b>', '0,0,0;'), fc.nat(3000))
      .map(([s, n]) => s.repeat(n)),
  },
);

const OPTIONS = ['hide', 'lock', 'theme', 'title', 'task', 'v', 'm', 'x'];

/** Fields of an address: names that exist and names that do not, with values that are allowed and values that are not. */
function hostileFields(parameters: Parameters): fc.Arbitrary<[string, string][]> {
  const names = Object.keys(parameters);
  const field = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...names) },
    { weight: 2, arbitrary: fc.constantFrom(...OPTIONS) },
    { weight: 1, arbitrary: text },
  );
  const defaults = Object.values(parameters).map(({ format, default: value }) => format(value as never));
  const value = fc.oneof(
    { weight: 3, arbitrary: text },
    { weight: 1, arbitrary: fc.constantFrom(...names, ...defaults) },
  );
  return fc.array(fc.tuple(field, value), { maxLength: 6 });
}

/** Fields as the part of an address behind the question mark; sometimes one that is no query at all. */
export function hostileQuery(parameters: Parameters): fc.Arbitrary<string> {
  return fc.oneof(
    {
      weight: 5,
      arbitrary: hostileFields(parameters).map((fields) => new URLSearchParams(fields).toString()),
    },
    { weight: 1, arbitrary: text },
  );
}

/** A message: of the form of ours with nasty contents, or anything at all. */
export function hostileMessage(parameters: Parameters, channel: string): fc.Arbitrary<unknown> {
  const ours = fc.record(
    {
      channel: fc.constant(channel),
      version: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.anything() }),
      type: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom('setState', 'getState', 'observe', 'unobserve', 'reset') },
        { weight: 1, arbitrary: fc.anything() },
      ),
      state: fc.oneof(
        { weight: 4, arbitrary: hostileQuery(parameters) },
        { weight: 1, arbitrary: fc.anything() },
      ),
      id: fc.oneof(text, fc.anything()),
    },
    { requiredKeys: ['channel', 'version', 'type'] },
  );
  return fc.oneof({ weight: 4, arbitrary: ours }, { weight: 1, arbitrary: fc.anything() });
}
