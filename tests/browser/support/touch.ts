import type { Page } from 'playwright-core';

export type Place = readonly [number, number];

/** Pixels between two moves of a finger: a browser takes a longer one for a flick, which tells nothing of a drag. */
const STEP = 5;

/** The places from one to another in steps of a finger, the last one with them. */
export function pathTo([x, y]: Place, [toX, toY]: Place): Place[] {
  const count = Math.max(1, Math.ceil(Math.hypot(toX - x, toY - y) / STEP));
  return Array.from({ length: count }, (_, i) => {
    const share = (i + 1) / count;
    return [x + share * (toX - x), y + share * (toY - y)] as const;
  });
}

/** Waits until the page has drawn once more: what moves without a pause is no hand. */
export const frame = (page: Page) =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => done())));

/** Fingers on the screen of a page, by real touch events. */
export async function fingersOn(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  const down = new Map<number, Place>();
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel') => {
    const touchPoints = [...down].map(([id, [x, y]]) => ({ id, x, y }));
    return devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
  };
  return {
    async press(finger: number, place: Place) {
      down.set(finger, place);
      await send('touchStart');
    },
    /** Leads some fingers along, each through places of its own, in turns. */
    async lead(paths: ReadonlyMap<number, readonly Place[]>) {
      const length = Math.max(...[...paths.values()].map((path) => path.length));
      for (let i = 0; i < length; i++) {
        for (const [finger, path] of paths) down.set(finger, path[Math.min(i, path.length - 1)] as Place);
        await send('touchMove');
        await frame(page);
      }
    },
    async lift(finger: number) {
      down.delete(finger);
      await send(down.size > 0 ? 'touchMove' : 'touchEnd');
    },
    /** As when a call comes in. */
    async cancel() {
      down.clear();
      await send('touchCancel');
    },
  };
}

/** A finger that goes from one place of the window to another. */
export async function swipe(page: Page, from: Place, to: Place): Promise<void> {
  const fingers = await fingersOn(page);
  await fingers.press(0, from);
  await fingers.lead(new Map([[0, pathTo(from, to)]]));
  await fingers.lift(0);
}
