import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/static-server.mjs';
import { openAsIs } from './support/open';

const site = inject('site');
const folder = mkdtempSync(join(tmpdir(), 'h5p-'));
let browser: Browser;
let host: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  const dist = fileURLToPath(new URL('../../node_modules/h5p-standalone/dist', import.meta.url));
  symlinkSync(dist, join(folder, 'player'), 'junction');
  host = await serve({ root: folder });
  browser = await launch();
});
afterAll(async () => {
  await Promise.all([browser.close(), host.close()]);
  rmSync(folder, { recursive: true });
});

/** Takes the package of a question from the builder, and unpacks it where the player reads it. */
async function takePackage() {
  const task = 'm: 1\nquestion: Make it cost nothing.\ngoal loss: 0 ± 0.01\nsolution: x2=2,1.5';
  const search = new URLSearchParams({ widget: 'pair', lock: 'm', task });
  const { page, errors, close } = await openAsIs(browser, `${site.root}teach/?${search}`);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the H5P package' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^pair-make-it-cost-nothing-.*\.h5p$/);
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(await file.path())))) {
    const target = join(folder, 'content', name);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
  expect(errors).toEqual([]);
  await close();
}

/** A page of H5P's player that keeps every statement. */
const PAGE = `<!doctype html><html lang="en"><title>A course</title><link rel="icon" href="data:,">
<div id="player"></div><script src="player/main.bundle.js"></script><script>
  window.statements = [];
  new H5PStandalone.H5P(document.getElementById('player'), {
    h5pJsonPath: 'content', frameJs: 'player/frame.bundle.js', frameCss: 'player/styles/h5p.css',
  }).then(() => H5P.externalDispatcher.on('xAPI', ({ data }) => window.statements.push(data.statement)));
</script></html>`;

interface Statement {
  verb: { id: string };
  result?: { success?: boolean; completion?: boolean; score?: { raw: number; max: number } };
}
const statements = (page: Page) => page.evaluate('window.statements') as Promise<Statement[]>;
const answered = async (page: Page) =>
  (await statements(page)).filter(({ verb }) => verb.id.endsWith('/answered'));

describe('an H5P package', () => {
  test('shows its figure in a player of H5P without the site, and tells when the question is solved', async () => {
    await takePackage();
    writeFileSync(join(folder, 'index.html'), PAGE);
    const { page, errors, foreign, close } = await openAsIs(browser, host.url);
    const inside = page.frameLocator('iframe');
    await inside.locator('[data-live]').waitFor();
    await inside.getByText('Make it cost nothing.').waitFor();
    expect(await answered(page)).toEqual([]);
    await expect
      .poll(() =>
        page.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
          const high = frame.contentDocument?.body.scrollHeight ?? Infinity;
          return high > 300 && frame.clientHeight >= high - 1;
        }),
      )
      .toBe(true);

    const point = inside.getByRole('slider', { name: /second/ });
    for (let k = 0; k < 60 && (await answered(page)).length === 0; k++) await point.press('Shift+ArrowRight');
    await inside.getByText('Correct.').first().waitFor();
    await expect
      .poll(() => answered(page))
      .toEqual([
        expect.objectContaining({
          result: expect.objectContaining({
            success: true,
            completion: true,
            score: expect.objectContaining({ raw: 1, max: 1 }) as unknown,
          }) as unknown,
        }),
      ]);
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    if (process.env.PICTURES)
      await page.screenshot({ path: join(process.env.PICTURES, 'h5p.png'), fullPage: true });
    await close();
  });
});
