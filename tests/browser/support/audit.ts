import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** Every accessibility rule that the page breaks, one line for each element that breaks it. */
export async function audit(page: Page): Promise<string[]> {
  // What observes sizes answers with the next frame, and once more when a font has arrived.
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let k = 0; k < 2; k++) await new Promise((done) => requestAnimationFrame(done));
  });
  // Evaluated by the browser's debugger, so the page's own content security policy stays in force.
  await page.evaluate(axe.source);
  const results = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}`),
  );
}
