import { expect, test } from 'vitest';
import { changeFrom, DEFAULTS, settingsFrom } from '../../src/lib/learning';

test('settings that are not said are at their defaults', () => {
  expect(settingsFrom({})).toEqual(DEFAULTS);
  expect(settingsFrom({ rate: 0.1, classes: [0, 7, 3] })).toEqual({
    ...DEFAULTS,
    rate: 0.1,
    classes: [0, 7, 3],
  });
});

test.each([
  [{ classes: [4] }, 'classes is [4]; a list of 2 to 10 different digits is allowed'],
  [{ classes: [4, 4] }, 'classes is [4,4]'],
  [{ classes: [4, 10] }, 'classes is [4,10]'],
  [{ classes: 'all' }, 'classes is "all"'],
  [{ side: 20 }, 'side is 20; one of 14, 28 is allowed'],
  [{ hidden: 2.5 }, 'hidden is 2.5; a whole number from 1 to 512 is allowed'],
  [{ rate: NaN }, 'rate is null; a number from 0 to 10 is allowed'],
  [{ margin: -1 }, 'margin is -1; a number from 0 to 10 is allowed'],
  [{ loss: 'magic' }, 'loss is "magic"; one of contrastive, triplet'],
  [{ seed: '1' }, 'seed is "1"; a whole number'],
  [{ colour: 1 }, 'there is no setting “colour”'],
])('%j is refused by name', (given: Record<string, unknown>, message) => {
  expect(() => settingsFrom(given)).toThrow(message);
});

test('margin, learning rate and loss may change while a network learns; its shape and its seed may not', () => {
  expect(changeFrom({ margin: 2, rate: 0.01, loss: 'arcface' })).toEqual({
    margin: 2,
    rate: 0.01,
    loss: 'arcface',
  });
  expect(() => changeFrom({ hidden: 3 })).toThrow('hidden cannot change while a network learns');
  expect(() => changeFrom({ margin: Infinity })).toThrow('margin is null');
});
