import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, difference, type Eye } from './colour';

const css = readFileSync(new URL('../../src/lib/theme/tokens.css', import.meta.url), 'utf8');

const pairs = [...css.matchAll(/--cl-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)];
const schemes = {
  light: new Map(pairs.map(([, name, light]) => [name, light])),
  dark: new Map(pairs.map(([, name, , dark]) => [name, dark])),
};

const QUANTITIES = ['distance', 'margin', 'pull', 'push'];
const CLASSES = ['class-1', 'class-2', 'class-3', 'class-4', 'class-5'];
const TEXT = ['ink', 'muted', 'accent', ...QUANTITIES, ...CLASSES];

/** Every two of some names. */
const twos = (names: readonly string[]) =>
  names.flatMap((a, at) => names.slice(at + 1).map((b) => [a, b] as const));

describe.each(Object.entries(schemes))('the colours in the %s', (_scheme, colours) => {
  const colour = (name: string) => colours.get(name) ?? 'missing';

  it.each(TEXT)('let %s be read on paper and on panels', (name) => {
    for (const ground of ['paper', 'panel']) {
      expect(contrast(colour(name), colour(ground))).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(['accent', ...QUANTITIES])('let %s be read on its own soft ground', (name) => {
    expect(contrast(colour(name), colour(`${name}-soft`))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['accent', ...QUANTITIES])('let the soft ground of %s be seen on a panel', (name) => {
    expect(contrast(colour(`${name}-soft`), colour('panel'))).toBeGreaterThanOrEqual(1.18);
  });

  it.each<[Eye, number]>([
    ['three kinds of cones', 0.13],
    ['deuteranopia', 0.09],
    ['protanopia', 0.09],
  ])('keep the classes apart for an eye with %s', (eye, least) => {
    for (const [a, b] of twos(CLASSES)) {
      expect(difference(colour(a), colour(b), eye), `${a}, ${b}`).toBeGreaterThanOrEqual(least);
    }
  });

  it.each<Eye>(['three kinds of cones', 'deuteranopia', 'protanopia'])(
    'keep what pulls from what pushes for an eye with %s',
    (eye) => {
      expect(difference(colour('pull'), colour('push'), eye)).toBeGreaterThanOrEqual(0.15);
    },
  );

  it('give no class the colour of a quantity', () => {
    for (const name of CLASSES) {
      for (const quantity of QUANTITIES) {
        expect(
          difference(colour(name), colour(quantity), 'three kinds of cones'),
          `${name}, ${quantity}`,
        ).toBeGreaterThanOrEqual(0.09);
      }
    }
  });
});

it('sets panels off the paper in the dark', () => {
  expect(contrast(schemes.dark.get('panel') ?? '', schemes.dark.get('paper') ?? '')).toBeGreaterThanOrEqual(
    1.15,
  );
});
