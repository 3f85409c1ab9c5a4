import { press } from '../engines/launch.mjs';
import { runTypeScript } from '../run-typescript.mjs';

/** @type {typeof import('../../src/lib/state/random')} */
const { random } = await runTypeScript('../src/lib/state/random.ts');

const KEYS = [
  ...['Tab', 'Tab', 'Tab', 'Shift+Tab', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Enter', ' '],
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

const WINDOW = { width: 900, height: 1000 };

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

/** @param {{ x: number, y: number, width: number, height: number }} box */
const isInside = ({ x, y, width, height }) =>
  x >= 0 && y >= 0 && x + width <= WINDOW.width && y + height <= WINDOW.height;

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
 * Runs before the page's own scripts. A headless browser never ends a drag of selected text, and passes no press or key
 * on from there; and a link that leads out of the widget leads nowhere, so that the hand goes on where it is.
 */
const stayHere = () => {
  addEventListener('dragstart', (event) => event.preventDefault());
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (link instanceof HTMLAnchorElement && link.target === '_blank') event.preventDefault();
  });
};

/**
 * Plays with an embedded widget for some seconds, and returns what went wrong.
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} address
 * @param {{ seed: number, pointer: number, keys: number }} options seconds of pointer and of keys
 */
export async function play(browser, address, { seed, pointer, keys }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(WINDOW);
  /** @type {Set<string>} */
  const problems = new Set();
  page.on('pageerror', (error) => problems.add(error instanceof Error ? error.message : String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.add(message.text());
  });
  page.on('dialog', (dialog) => void dialog.dismiss());
  await page.evaluateOnNewDocument(stayHere);
  await page.goto(address);
  try {
    await page.waitForSelector('[data-live]');
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
      const boxes = await page.$$eval(TARGETS, boxesOf);
      const box = boxes[Math.floor(next() * boxes.length)];
      // What is below the window is reached by the wheel.
      if (box && isInside(box)) {
        return /** @type {const} */ ([box.x + next() * box.width, box.y + next() * box.height]);
      }
    }
    return /** @type {const} */ ([next() * WINDOW.width, next() * WINDOW.height]);
  };

  const byPointer = async () => {
    await page.mouse.move(...(await place()));
    await page.mouse.down();
    for (let move = Math.floor(next() * 4); move > 0; move--)
      await page.mouse.move(...(await place()), { steps: 2 });
    // Puppeteer takes no second press while the button is down: one that is lost ends where the next begins.
    if (next() < 0.05) await page.mouse.move(...(await place()));
    await page.mouse.up();
    if (next() < 0.05) await page.mouse.wheel({ deltaY: Math.round(400 * (next() - 0.5)) });
  };
  const byKeys = () => press(page, pick(KEYS));

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
  }

  for (const problem of await endsWell(page)) problems.add(problem);
  await context.close();
  return [...problems];
}

/** Resets a widget, where that is possible, and gives its first slider the focus, folded away or not. Returns whether it has one. */
const resetAndFocus = async () => {
  const reset = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent?.trim() === 'Reset',
  );
  reset?.click();
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  // A slider of the state before may go.
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const sliders = [...document.querySelectorAll('input[type="range"]:not(:disabled)')];
  const shown = sliders.find((slider) => slider.checkVisibility());
  if (shown instanceof HTMLElement) shown.focus();
  return shown !== undefined;
};

const focusedValue = () =>
  document.activeElement instanceof HTMLInputElement ? document.activeElement.value : '';

/**
 * Whether the widget still does what it is for: it can be reset, and a slider moves it.
 * @param {import('puppeteer-core').Page} page
 */
async function endsWell(page) {
  try {
    if (!(await page.evaluate(resetAndFocus))) return ['it has no slider any more'];
    const before = await page.evaluate(focusedValue);
    await press(page, 'ArrowRight');
    if ((await page.evaluate(focusedValue)) === before) await press(page, 'ArrowLeft');
    return (await page.evaluate(focusedValue)) === before ? ['it does not answer any more'] : [];
  } catch (error) {
    return [`it cannot be reset and moved: ${error instanceof Error ? error.message.split('\n')[0] : error}`];
  }
}
