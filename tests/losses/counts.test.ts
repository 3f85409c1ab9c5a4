import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { losses } from '../../src/lib/losses';

const folder = new URL('../fixtures/reference/', import.meta.url);

it('the README counts the losses and the cases that they are held against', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const cases = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { cases: unknown[] })
    .reduce((sum, file) => sum + file.cases.length, 0);
  expect(readme).toContain(`${Object.keys(losses).length} losses`);
  expect(readme).toContain(`${cases.toLocaleString('en')} cases`);
});
