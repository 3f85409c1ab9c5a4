/** What a script brings that is of use only with it: controls, what they answer, and the pictures of the exercises. */
const CONTROLS =
  'button, input, select, fieldset, label, [role=status], [role=alert], .cl-controls, .cl-exercise .cl-island, .cl-answer';

/** What a page says and draws: its words but for the controls, its formulas, and its figures with a picture. */
const CONTENT = `(() => {
  const count = (selector) => document.querySelectorAll(selector).length;
  const content = {
    formulas: count('.katex'),
    mathML: count('.katex math'),
    figures: count('figure[data-widget]'),
    drawn: [...document.querySelectorAll('figure[data-widget]')].filter((figure) => figure.querySelector('svg')).length,
  };
  for (const element of document.querySelectorAll(${JSON.stringify(CONTROLS)})) element.remove();
  const text = document.querySelector('main')?.innerText ?? '';
  return { ...content, words: text.split(/\\s+/).filter(Boolean) };
})()`;

/**
 * How much of a page is there without JavaScript, in percent of its text, formulas and figures.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 */
export async function withoutScript(browser, url) {
  /** @param {boolean} javaScriptEnabled */
  const read = async (javaScriptEnabled) => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      serviceWorkers: 'block',
      javaScriptEnabled,
    });
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
    if (javaScriptEnabled) {
      // So that every figure has come to life.
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      for (let top = 0; top < height; top += 600) {
        await page.mouse.wheel(0, 600);
        await page.waitForTimeout(50);
      }
      await page.waitForLoadState('networkidle');
    }
    const content =
      /** @type {{ words: string[], formulas: number, mathML: number, figures: number, drawn: number }} */ (
        await page.evaluate(CONTENT)
      );
    await context.close();
    return content;
  };
  const [full, plain] = [await read(true), await read(false)];
  /** @type {Map<string, number>} */
  const left = new Map();
  for (const word of plain.words) left.set(word, (left.get(word) ?? 0) + 1);
  const lost = full.words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
  /** @param {number} part @param {number} all */
  const percent = (part, all) => (all === 0 ? 100 : Number(((100 * part) / all).toFixed(1)));
  return {
    lost,
    text: percent(full.words.length - lost.length, full.words.length),
    formulas: percent(plain.mathML, full.formulas),
    figures: percent(plain.drawn, full.figures),
  };
}
