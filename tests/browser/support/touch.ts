import type { Page } from 'playwright-core';

type Place = readonly [number, number];

/** A finger that goes from one place of the window to another, in a few steps. */
export async function swipe(page: Page, from: Place, to: Place): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', [{ x: from[0], y: from[1] }]);
  for (const share of [0.25, 0.5, 0.75, 1]) {
    const at = (k: 0 | 1) => from[k] + share * (to[k] - from[k]);
    await touch('touchMove', [{ x: at(0), y: at(1) }]);
  }
  await touch('touchEnd', []);
  await devtools.detach();
}
