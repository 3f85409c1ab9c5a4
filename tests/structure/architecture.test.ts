import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { violation } from './rules';

const picture = /```mermaid\n(.*?)```/s.exec(readFileSync('ARCHITECTURE.md', 'utf8'))?.[1] ?? '';
const arrows = [...picture.matchAll(/^\s*(\w+)(?:\[.*?\])? --> (\w+)/gm)].map(
  ([, from = '', to = '']) => [from, to] as const,
);
const rooms = readdirSync('src/lib', { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

describe('the picture of the architecture', () => {
  test.each(arrows)('draws what the rules allow: %s may import %s', (from, to) => {
    if (from === 'routes') return expect(rooms).toContain(to);
    const file = from === 'widgets' ? 'widgets/pair/View.svelte' : `${from}/a.ts`;
    const target = to === 'widgets' ? 'widgets/registry' : `${to}/b`;
    expect(violation({ from: file, to: target, isPackage: false })).toBeUndefined();
  });

  test('names every room but the theme, which all that is drawn stands in', () => {
    const named = new Set(arrows.flat());
    expect(rooms.filter((room) => room !== 'theme' && !named.has(room))).toEqual([]);
  });
});
