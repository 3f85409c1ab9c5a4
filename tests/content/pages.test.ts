import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toComponent } from '../../src/lib/content/markdown';

const FOLDER = 'content/pages';
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));

test.each(files)('%s names only what exists, and its numbers hold', async (name) => {
  const path = `${FOLDER}/${name}`;
  const component = await toComponent(readFileSync(path, 'utf8'), `${process.cwd()}/${path}`);
  expect(component?.code).toContain('export const metadata');
});
