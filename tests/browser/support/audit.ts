import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * Every accessibility rule that the page breaks, one line for each element that breaks it.
 *
 * @param within selector of the part that is looked at, where the rest is known to be as it was
 */
export async function audit(page: Page, within?: string): Promise<string[]> {
  // What observes sizes answers with the next frame, and once more when a font has arrived.
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let k = 0; k < 2; k++) await new Promise((done) => requestAnimationFrame(done));
  });
  // Evaluated by the browser's debugger, so the page's own content security policy stays in force.
  await page.evaluate(axe.source);
  const place = within === undefined ? 'document' : JSON.stringify(within);
  const results = await page.evaluate<AxeResults>(`axe.run(${place}, { resultTypes: ["violations"] })`);
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}`),
  );
}
