import { vi } from 'vitest';
import type { Tab, Where } from './tab';

/** Opens an address as a reader does, whose mouse is somewhere over it: a page does no work before. */
export async function visit(tab: Tab, address: string): Promise<void> {
  await tab.open(address);
  await tab.moveTo([2, 2]);
  await tab.moveTo([3, 3]);
}

/** Shows each screenful for two frames, so that everything that waits to be seen comes to life, and returns to the top. */
export const scrollThrough = (tab: Tab): Promise<void> =>
  tab.run(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let top = 0; top <= document.documentElement.scrollHeight; top += innerHeight) {
      scrollTo({ top, behavior: 'instant' });
      await frame();
      await frame();
    }
    scrollTo({ top: 0, behavior: 'instant' });
  }, undefined);

/** How many elements of the page match. */
export const count = (tab: Tab, selector: string, where: Where = 'page'): Promise<number> =>
  tab.run((wanted) => document.querySelectorAll(wanted).length, selector, where);

/** Waits until something is true of a page. */
export const until = (what: string, isTrue: () => Promise<boolean>, timeout = 15_000): Promise<void> =>
  vi.waitFor(
    async () => {
      if (!(await isTrue())) throw new Error(`Waited in vain: ${what}.`);
    },
    { timeout },
  );

/** Waits until none of the page's elements matches. */
export const untilGone = (tab: Tab, selector: string) =>
  until(`no ${selector}`, async () => (await count(tab, selector)) === 0);

/** Waits until some element of the page matches. */
export const untilThere = (tab: Tab, selector: string, where: Where = 'page') =>
  until(selector, async () => (await count(tab, selector, where)) > 0);

/** What a watched page has logged as an error, thrown, been forbidden, or not been given. */
export const errorsOf = (tab: Tab): Promise<string[]> =>
  tab.run(() => (Reflect.get(window, 'errors') as string[]) ?? ['the page is not watched'], undefined);

/** Elements of MathML that have another number of children than they must have. */
export const malformedMath = (tab: Tab): Promise<string[]> =>
  tab.run(() => {
    const wanted = { mfrac: 2, mroot: 2, msub: 2, msup: 2, munder: 2, mover: 2, msubsup: 3, munderover: 3 };
    return Object.entries(wanted).flatMap(([name, children]) =>
      [...document.querySelectorAll(name)]
        .filter(({ childElementCount }) => childElementCount !== children)
        .map((element) => `${element.outerHTML} has ${element.childElementCount} children`),
    );
  }, undefined);

/** The text of the first element that matches. */
export const textOf = (tab: Tab, selector: string): Promise<string> =>
  tab.run((wanted) => document.querySelector(wanted)?.textContent?.trim() ?? '', selector);
