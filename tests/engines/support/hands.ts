import { count } from './page';
import type { Place, Tab } from './tab';

/** What a pointer and keys move in a drawing. */
export const HANDLE = 'svg [role="slider"]:not([aria-keyshortcuts], [aria-orientation])';
export const SLIDER = 'input[type="range"]:not(:disabled)';

/** Waits until what was done is shown. */
const shown = (tab: Tab): Promise<unknown> =>
  tab.run(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))),
    undefined,
  );

/** Brings an element to the middle of the window; its middle then, and that of the drawing that it is part of. */
const middles = (tab: Tab, selector: string, index: number): Promise<{ own: Place; drawing: Place }> =>
  tab.run(
    async ({ selector, index }) => {
      const element = document.querySelectorAll(selector)[index];
      if (!element) throw new Error(`There is no ${selector} number ${index}.`);
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      // What comes to life above may move it.
      for (let still = 0, top = NaN; still < 5;) {
        await new Promise((done) => requestAnimationFrame(done));
        const { y } = element.getBoundingClientRect();
        still = y === top ? still + 1 : 0;
        top = y;
      }
      const middle = (box: DOMRect): Place => [box.x + box.width / 2, box.y + box.height / 2];
      const drawing = element.closest('svg') ?? element;
      // A phrase may go on in a second line, and the middle of both lines be beside it.
      const [firstLine = element.getBoundingClientRect()] = element.getClientRects();
      return {
        own: middle(firstLine),
        drawing: middle(drawing.getBoundingClientRect()),
      };
    },
    { selector, index },
  );

/** Presses and lets go the mouse on an element. */
export async function click(tab: Tab, selector: string, index = 0): Promise<void> {
  const { own } = await middles(tab, selector, index);
  await tab.moveTo(own);
  await tab.mouseDown();
  await tab.mouseUp();
  await shown(tab);
}

/** Drags a handle sideways by 36 pixels, toward the middle of its drawing. */
async function drag(tab: Tab, index: number): Promise<void> {
  const { own, drawing } = await middles(tab, HANDLE, index);
  const [x, y] = own;
  const step = x < drawing[0] ? 9 : -9;
  await tab.moveTo(own);
  await tab.mouseDown();
  for (let move = 1; move <= 4; move++) await tab.moveTo([x + move * step, y - 2]);
  // A sphere that is let go of in motion turns on, in each engine at its own pace.
  await tab.run(() => new Promise((done) => setTimeout(() => done(true), 300)), undefined);
  await tab.mouseUp();
  await shown(tab);
}

/** Presses and lets go the mouse on an element of the page's first frame. */
export async function clickInFrame(tab: Tab, selector: string): Promise<void> {
  const corner = (wanted: string): Place => {
    const { x, y } = document.querySelector(wanted)?.getBoundingClientRect() ?? new DOMRect();
    return [x, y];
  };
  const middle = (wanted: string): Place => {
    const { x, y, width, height } = document.querySelector(wanted)?.getBoundingClientRect() ?? new DOMRect();
    return [x + width / 2, y + height / 2];
  };
  const [left, top] = await tab.run(corner, 'iframe');
  const [x, y] = await tab.run(middle, selector, 'frame');
  await tab.moveTo([left + x, top + y]);
  await tab.mouseDown();
  await tab.mouseUp();
  await shown(tab);
}

/** Gives an element the focus and presses keys. */
export async function pressOn(tab: Tab, selector: string, index: number, keys: string[]): Promise<void> {
  await tab.run(
    ({ selector, index }) => (document.querySelectorAll(selector)[index] as HTMLElement | SVGElement).focus(),
    { selector, index },
  );
  for (const key of keys) await tab.press(key);
  await shown(tab);
}

/** What a widget says of itself: where its handles and sliders are, and what it reads out. */
export const readings = (tab: Tab): Promise<string[]> =>
  tab.run(
    ({ handle, slider }) => {
      const handles = [...document.querySelectorAll(handle)].map(
        (element) => `${element.getAttribute('aria-label')}: ${element.getAttribute('aria-valuetext')}`,
      );
      const sliders = [...document.querySelectorAll<HTMLInputElement>(slider)].map(
        (input) => `${input.labels?.[0]?.textContent?.trim() ?? input.ariaLabel}: ${input.value}`,
      );
      const readouts = [...document.querySelectorAll<HTMLElement>('[data-readout]')].map(
        (element) => `${element.dataset.readout} = ${element.textContent}`,
      );
      return [...handles, ...sliders, ...readouts];
    },
    { handle: HANDLE, slider: SLIDER },
  );

export async function dragAll(tab: Tab): Promise<void> {
  const handles = await count(tab, HANDLE);
  for (let index = 0; index < handles; index++) await drag(tab, index);
}

/** Opens what is folded away in a page, so that keys reach what is in it. */
const unfold = (tab: Tab): Promise<void> =>
  tab.run(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  }, undefined);

export async function pressOnAll(tab: Tab): Promise<void> {
  await unfold(tab);
  for (const selector of [HANDLE, SLIDER]) {
    // A slider may change how many there are.
    for (let index = 0; index < (await count(tab, selector)); index++) {
      await pressOn(tab, selector, index, ['ArrowLeft', 'ArrowLeft', 'ArrowUp']);
    }
  }
}
