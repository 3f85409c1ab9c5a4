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
