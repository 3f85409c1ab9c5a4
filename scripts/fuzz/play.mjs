import { runTypeScript } from '../run-typescript.mjs';

/** @type {typeof import('../../src/lib/state/random')} */
const { random } = await runTypeScript('../src/lib/state/random.ts');

const KEYS = [
  ...['Tab', 'Tab', 'Tab', 'Shift+Tab', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Enter', 'Space'],
  ...[
    'Home',
    'End',
    'PageUp',
    'PageDown',
    'Escape',
    'Delete',
    'Backspace',
    'Shift+ArrowRight',
    'Alt+ArrowUp',
  ],
  ...['0', '1', '9', '-', '.', 'e', 'x', 'Control+z', 'Control+a'],
];

const TARGETS = '.cl-embed :is(button, input, select, label, summary, svg [role="slider"])';

/**
 * Where those that are shown are, all at one time: one that is looked up later may have gone.
 * @param {Element[]} elements
 */
const boxesOf = (elements) =>
  elements
    .map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    })
    .filter(({ width }) => width > 0);

/** What stands on the screen and should not, in texts and in the numbers of the drawing. */
const nonsense = () => {
  const found = new Set();
  for (const element of document.querySelectorAll('.cl-embed, .cl-embed *')) {
    const values = [...element.attributes].map(({ name, value }) => `${name}="${value}"`);
    const texts = [...element.childNodes].map((node) => (node instanceof Text ? node.data : ''));
    for (const text of [...values, ...texts]) {
      if (/\bNaN\b|\bInfinity\b|\bundefined\b|\[object/.test(text))
        found.add(`<${element.tagName}> ${text.slice(0, 120)}`);
    }
  }
  return [...found];
};

/** Whether the browser draws: one without a graphics processor may stop for good. */
const stillDraws = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => resolve(true));
    setTimeout(() => resolve(false), 5000);
  });

/**
 * Plays with an embedded widget for some seconds, and returns what went wrong.
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {{ seed: number, pointer: number, keys: number }} options seconds of pointer and of keys
 */
export async function play(browser, address, { seed, pointer, keys }) {
  const context = await browser.newContext({ viewport: { width: 900, height: 1000 } });
  const page = await context.newPage();
  /** @type {Set<string>} */
  const problems = new Set();
  page.on('pageerror', ({ message }) => problems.add(message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.add(message.text());
  });
  page.on('dialog', (dialog) => void dialog.dismiss());
  // A headless browser never ends a drag of selected text, and passes no press or key on from there.
  await page.addInitScript(() => addEventListener('dragstart', (event) => event.preventDefault()));
  // A link that leads out of the widget leads nowhere, and the hand goes on where it is.
  await page.route(
    (url) => !address.startsWith(url.origin),
    (route) => route.fulfill({ status: 204 }),
  );
  await page.goto(address);
  try {
    await page.locator('[data-live]').waitFor();
  } catch {
    const draws = await page.evaluate(stillDraws);
    await context.close();
    return [`it does not come to life, and the browser ${draws ? 'draws' : 'has stopped drawing'}`];
  }

  const next = random(seed);
  const pick = (/** @type {readonly string[]} */ list) => list[Math.floor(next() * list.length)] ?? '';
  const place = async () => {
    // Now and then on a control or a handle, else anywhere.
    if (next() < 0.5) {
      const boxes = await page.locator(TARGETS).evaluateAll(boxesOf);
      const box = boxes[Math.floor(next() * boxes.length)];
      if (box) return /** @type {const} */ ([box.x + next() * box.width, box.y + next() * box.height]);
    }
    return /** @type {const} */ ([next() * 900, next() * 1000]);
  };

  const byPointer = async () => {
    await page.mouse.move(...(await place()));
    await page.mouse.down();
    for (let move = Math.floor(next() * 4); move > 0; move--)
      await page.mouse.move(...(await place()), { steps: 2 });
    if (next() < 0.95) await page.mouse.up();
    if (next() < 0.05) await page.mouse.wheel(0, 400 * (next() - 0.5));
  };
  const byKeys = () => page.keyboard.press(pick(KEYS));

  for (const [seconds, act] of /** @type {const} */ ([
    [pointer, byPointer],
    [keys, byKeys],
  ])) {
    const end = performance.now() + 1000 * seconds;
    for (let step = 0; performance.now() < end && problems.size === 0; step++) {
      await act();
      if (step % 10 === 9)
        for (const text of await page.evaluate(nonsense)) problems.add(`on the screen: ${text}`);
    }
    await page.mouse.up();
  }

  for (const problem of await endsWell(page)) problems.add(problem);
  await context.close();
  return [...problems];
}

/**
 * Whether the widget still does what it is for: it can be reset, and a slider moves it.
 * @param {import('playwright-core').Page} page
 */
async function endsWell(page) {
  try {
    const reset = page.getByRole('button', { name: 'Reset' });
    if (await reset.isEnabled()) await reset.click({ timeout: 5000 });
    const slider = page.locator('input[type="range"]:visible:enabled').first();
    await slider.focus({ timeout: 5000 });
    const before = await slider.inputValue();
    await page.keyboard.press('ArrowRight');
    if ((await slider.inputValue()) === before) await page.keyboard.press('ArrowLeft');
    return (await slider.inputValue()) === before ? ['it does not answer any more'] : [];
  } catch (error) {
    return [`it cannot be reset and moved: ${error instanceof Error ? error.message.split('\n')[0] : error}`];
  }
}
