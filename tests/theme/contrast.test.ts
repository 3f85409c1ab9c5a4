import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../src/lib/theme/tokens.css', import.meta.url), 'utf8');

/** The custom properties of each block, by its selector. */
const blocks = [...css.matchAll(/(:root[^{]*)\{([^}]*)\}/g)].map(([, selector = '', body = '']) => ({
  selector: selector.trim(),
  tokens: Object.fromEntries(
    [...body.matchAll(/--cl-([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]),
  ),
}));
const schemes = {
  light: blocks.find(({ selector }) => selector === ':root')?.tokens ?? {},
  'dark by the system': blocks.find(({ selector }) => selector.includes(':not('))?.tokens ?? {},
  'dark by choice': blocks.find(({ selector }) => selector === ":root[data-theme='dark']")?.tokens ?? {},
};

/** Relative luminance of sRGB (WCAG 2.2). */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((p, q) => p - q) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const TEXT = [
  'ink',
  'muted',
  'accent',
  'distance',
  'margin',
  'pull',
  'push',
  'class-1',
  'class-2',
  'class-3',
  'class-4',
  'class-5',
];

describe.each(Object.entries(schemes))('the colours, %s,', (_name, tokens) => {
  it.each(TEXT)('let %s be read on paper and on panels', (name) => {
    for (const ground of ['paper', 'panel']) {
      expect(contrast(tokens[name] ?? '#000000', tokens[ground] ?? '#000000')).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(['distance', 'margin', 'pull', 'push'])('let %s be read on its own soft ground', (name) => {
    expect(contrast(tokens[name] ?? '#000000', tokens[`${name}-soft`] ?? '#000000')).toBeGreaterThanOrEqual(
      4.5,
    );
  });
});

it('are the same in the dark whoever chose it', () => {
  expect(schemes['dark by choice']).toEqual(schemes['dark by the system']);
});
