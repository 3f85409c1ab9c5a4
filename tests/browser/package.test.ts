import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/static-server.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

// It is compiled first.
test('the package of the losses works in a browser, as it is installed', { timeout: 180_000 }, async () => {
  execFileSync(process.execPath, [`${root}scripts/build-package.mjs`]);
  const server = await serve({ root: `${root}package/dist` });
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(`${server.url}index.js`);
  // As text, so that nothing but the browser reads the import.
  const loss = await page.evaluate(
    `import('${server.url}index.js').then((library) => library.contrastive([0], [0.5], 1).loss)`,
  );
  expect(loss).toBe(0.125);
  await browser.close();
  await server.close();
});
