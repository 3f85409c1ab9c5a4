import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildFolder } from './support/site';

const files = readdirSync(buildFolder, { recursive: true, encoding: 'utf8' });

test('the site holds no page’s data and no router’s scripts, for no page asks for them', () => {
  expect(files.filter((file) => /__data\.json$|^_app[\\/].*\.js$/.test(file))).toEqual([]);
  const pages = files.filter((file) => file.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(20);
  const asking = pages.filter((page) =>
    /_app\/[^"'\s]*\.js/.test(readFileSync(join(buildFolder, page), 'utf8')),
  );
  expect(asking).toEqual([]);
});

/** The scripts that a script imports as soon as it is run, by their names. */
function importsOf(folder: string, script: string): string[] {
  const code = readFileSync(join(folder, script), 'utf8');
  const statement = /(?:^|[;}\n])import(?:[^"'()]*from)?["']\.\/([^"']+)["']/g;
  return [...code.matchAll(statement)].map(([, name = '']) => name);
}

test('no two scripts of the site import each other, for one would run before what it needs is there', () => {
  const folder = join(buildFolder, 'islands');
  const scripts = readdirSync(folder).filter((file) => file.endsWith('.js'));
  const left = new Map(scripts.map((script) => [script, importsOf(folder, script)]));
  expect([...left.values()].flat().length).toBeGreaterThan(scripts.length);
  // Takes away what needs nothing that is left, until that is all or nothing more can go.
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const [script, needed] of left) if (!needed.some((name) => left.has(name))) left.delete(script);
  }
  expect([...left.keys()]).toEqual([]);
});

test('no page shows the source of a formula where the formula should be', () => {
  const shown = files
    .filter((file) => file.endsWith('.html'))
    .flatMap((page) => {
      const html = readFileSync(join(buildFolder, page), 'utf8');
      const prose = html.replace(/<(script|style|pre|code|textarea|annotation)\b[\s\S]*?<\/\1>|<[^>]*>/g, '');
      return [...prose.matchAll(/.*(?:\$|\\[a-z]{2}).*/g)].map(([line]) => `${page}: ${line.trim()}`);
    });
  expect(shown).toEqual([]);
});
