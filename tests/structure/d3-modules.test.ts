import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { libraryImports } from './read-imports';

const { devDependencies } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { devDependencies: Record<string, string> };

const declared = Object.keys(devDependencies).filter((name) => name.startsWith('d3'));
const used = new Set(libraryImports().flatMap(({ to }) => (to.startsWith('d3') ? [to] : [])));

test('every module of d3 that is installed by name is used, and every one that is used is installed by name', () => {
  expect(declared.length).toBeGreaterThan(10);
  expect([...used].sort()).toEqual(declared.sort());
});

test('every module of d3 brings its types, and no types are left of another', () => {
  const types = Object.keys(devDependencies).filter((name) => name.startsWith('@types/d3'));
  expect(types.sort()).toEqual(declared.map((name) => `@types/${name}`).sort());
});
