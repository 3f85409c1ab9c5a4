import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toComponent } from '../../src/lib/content/markdown';

const files = readdirSync('content', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.md'),
);

test.each(files)('%s names only what exists, and its numbers hold', async (name) => {
  const path = `content/${name}`;
  const component = await toComponent(readFileSync(path, 'utf8'), `${process.cwd()}/${path}`);
  expect(component?.code).toContain('export const metadata');
});
