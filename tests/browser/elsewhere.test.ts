import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, inject, test } from 'vitest';
import { definitions } from '../../src/lib/widgets/registry';
import { siteUrl } from '../../src/routes/site-url';
import { buildFolder, pages } from './support/site';

const site = inject('site');
const read = async (address: string) => (await fetch(`${site.root}${address}`)).text();

describe('the sitemap', () => {
  test('names pages that exist, each once, and every widget', async () => {
    const addresses = [...(await read('sitemap.xml')).matchAll(/<loc>(.*?)<\/loc>/g)].map(
      ([, loc = '']) => loc,
    );
    expect(new Set(addresses).size).toBe(addresses.length);
    const paths = addresses.map((address) => {
      expect(address.startsWith(siteUrl), address).toBe(true);
      return address.slice(siteUrl.length);
    });
    expect(paths.filter((path) => !existsSync(join(buildFolder, path, 'index.html')))).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining(Object.keys(definitions).map((id) => `widgets/${id}/`)));
  });

  test('leaves out no page but the one that nobody looks for', async () => {
    const map = await read('sitemap.xml');
    expect(pages().filter((page) => !map.includes(`<loc>${siteUrl}${page}</loc>`))).toEqual(['offline/']);
  });

  test('is named in robots.txt', async () => {
    expect(await read('robots.txt')).toContain(`Sitemap: ${siteUrl}sitemap.xml`);
  });
});

test.each(Object.keys(definitions))(
  'the pages of %s lead to its oEmbed answer, which is JSON',
  async (id) => {
    for (const page of [`embed/${id}/`, `widgets/${id}/`]) {
      expect(await read(page), page).toContain(`href="${siteUrl}oembed/${id}.json"`);
    }
    expect(JSON.parse(await read(`oembed/${id}.json`))).toMatchObject({ version: '1.0', type: 'rich' });
  },
);

describe('the archive of the site', () => {
  const archive = readFileSync(join(buildFolder, 'site.zip'));
  const files = unzipSync(archive);
  const inside = (name: string) => files[`contrastive-loss-by-hand/${name}`];

  test('holds every page as it was built, but for a script that says what a file cannot do, and not itself', () => {
    for (const page of pages().filter((name) => name !== 'teach/')) {
      const built = readFileSync(join(buildFolder, page, 'index.html'), 'utf8');
      const packed = new TextDecoder().decode(inside(`${page}index.html`));
      expect(packed.replace(/<script src="[./]*opened-as-file\.js"><\/script>/, ''), page).toBe(built);
    }
    expect(inside('site.zip')).toBeUndefined();
  });

  test('leaves out the packages, which the builder in it makes, and is no larger than hosts take', () => {
    expect(Object.keys(files).filter((name) => /^[^/]*\/scorm\//.test(name))).toEqual([]);
    expect(new TextDecoder().decode(inside('teach/index.html'))).not.toMatch(/href="[^"]*scorm\//);
    expect(archive.length).toBeLessThan(25 * 2 ** 20);
  });

  test('is offered with its size, and not within itself', async () => {
    expect(await read('teach/')).toContain(`${(archive.length / 1e6).toFixed(1)} MB`);
    expect(new TextDecoder().decode(inside('teach/index.html'))).not.toContain('site.zip');
  });
});
