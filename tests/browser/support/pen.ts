import type { Locator, Page } from 'playwright-core';

export type Place = readonly [number, number];

/** Where a pad's places are, given by their shares of its width and height, in pixels of the window. */
export async function onPad(pad: Locator): Promise<(place: Place) => Place> {
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (box === null) throw new Error('There is no pad on the page.');
  return ([x, y]) => [box.x + x * box.width, box.y + y * box.height];
}

/** Draws strokes with the mouse, each through some places of the pad. */
export async function write(page: Page, pad: Locator, strokes: readonly (readonly Place[])[]): Promise<void> {
  const at = await onPad(pad);
  for (const [first, ...others] of strokes) {
    await page.mouse.move(...at(first as Place));
    await page.mouse.down();
    for (const place of others) await page.mouse.move(...at(place));
    await page.mouse.up();
  }
}
