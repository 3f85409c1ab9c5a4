/** The question that a notebook asks, about another figure than the pair. */
export const QUESTION = {
  widget: 'margin',
  query: '',
  task: 'space: free\nquestion: Put the embeddings on a circle.\ngoal space: unit',
};

/** What a figure in a notebook is asked to do. @typedef {import('playwright-core').Locator} Locator */

/**
 * Drags the second point of the pair with the mouse.
 * @param {import('playwright-core').Page} page
 */
export async function dragPoint(page) {
  const point = page.getByRole('slider', { name: /second/ }).first();
  await point.scrollIntoViewIfNeeded();
  const before = await point.getAttribute('aria-valuetext');
  const box = await point.boundingBox();
  if (!box) throw new Error('the point is not to be seen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 50, y - 20, { steps: 4 });
  await page.mouse.up();
  if ((await point.getAttribute('aria-valuetext')) === before) throw new Error('a drag moved nothing');
}

/**
 * Solves the question.
 * @param {import('playwright-core').Page} page
 */
export async function solve(page) {
  await page.getByRole('radio', { name: /of length 1/ }).check();
  await page.getByText('Correct', { exact: false }).first().waitFor();
}

/**
 * What Python says of the pair and of the question: `read (x, y) m loss solved tries`.
 * @param {string} text
 */
export function checkReading(text) {
  const found = /read \((-?[\d.]+), (-?[\d.]+)\) m (\S+) loss (\S+) solved (\w+) tries (\d+)/.exec(text);
  if (!found) throw new Error(`Python read ${text}`);
  const [, x, y, m, loss, solved, tries] = found;
  if (x === '0.4' && y === '0.3') throw new Error('Python does not know of the drag');
  if (m !== '2.5') throw new Error(`Python’s margin is ${m}`);
  if (solved !== 'True' || tries !== '1') throw new Error(`the grade is ${solved} at ${tries} tries`);
  return `dragged to (${x}, ${y}), which Python reads; set to m = ${m} by Python, loss ${loss}; the grade is read: solved ${solved}`;
}
