import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type Site } from '../../scripts/static-server.mjs';

let folder: string;
let site: Site;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'static-server-'));
  mkdirSync(join(folder, 'site/page'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'site/404.html'), 'nothing here');
  writeFileSync(join(folder, 'site/page/index.html'), 'a page');
  site = await serve({ root: join(folder, 'site'), mount: '/some/where/' });
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

const ask = (path: string, init: RequestInit = {}) => fetch(site.url + path, { redirect: 'manual', ...init });

test('answers a folder with its index.html, compressed', async () => {
  const answer = await ask('page/');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(await answer.text()).toBe('a page');
});

test('sends a folder without its slash to the slash and keeps the query', async () => {
  const answer = await ask('page?m=2');
  expect(answer.status).toBe(308);
  expect(answer.headers.get('location')).toBe('/some/where/page/?m=2');
});

test.each(['nowhere', 'page/index.html/', '%2e%2e/secret.txt', '..%2fsecret.txt'])(
  'answers %s with 404 and nothing from outside the folder',
  async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('secret');
  },
);

test('has nothing outside its mount point', async () => {
  expect((await fetch(new URL('/page/', site.url))).status).toBe(404);
});

test('answers HEAD with headers alone and refuses to be written to', async () => {
  const head = await ask('page/', { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(await head.text()).toBe('');
  expect((await ask('page/', { method: 'POST' })).status).toBe(405);
});
