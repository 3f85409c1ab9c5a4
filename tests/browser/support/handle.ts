import type { Locator } from 'playwright-core';
import type { Place } from './touch';

/** The middle of a handle, in pixels of the window: where it stands, whatever name is written beside it. */
export const middleOf = (handle: Locator): Promise<Place> =>
  handle.evaluate((element): [number, number] => {
    const { e, f } = (element as SVGGElement).getScreenCTM() as DOMMatrix;
    return [e, f];
  });

/** What a handle may not leave: the axes of its picture, or the paper of a pad. */
export const boundsOf = (handle: Locator): Promise<{ low: Place; high: Place }> =>
  handle.evaluate((element) => {
    const svg = element.closest('svg');
    const bounds = svg?.querySelector('clipPath rect') ?? svg?.querySelector('rect');
    const matrix = svg?.getScreenCTM();
    if (!matrix || !(bounds instanceof SVGRectElement)) throw new Error('The handle lies in no picture.');
    const { x, y, width, height } = bounds;
    const at = (px: number, py: number): [number, number] => {
      const { x: left, y: top } = new DOMPoint(px, py).matrixTransform(matrix);
      return [left, top];
    };
    const [from, to] = [
      at(x.baseVal.value, y.baseVal.value),
      at(x.baseVal.value + width.baseVal.value, y.baseVal.value + height.baseVal.value),
    ];
    return { low: from, high: to };
  });

/** Brings a handle to the middle of the window. */
export const bringToMiddle = (handle: Locator): Promise<void> =>
  handle.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));

/** A place in a picture in the middle of the window where nothing can be taken hold of. */
export async function emptyGround(picture: Locator): Promise<Place | undefined> {
  await bringToMiddle(picture);
  const candidates = await picture.evaluate((svg) => {
    const places: [number, number][] = [];
    const { left, top, right, bottom } = svg.getBoundingClientRect();
    for (let y = Math.min(bottom, innerHeight) - 5; y > Math.max(top, 0); y -= 20) {
      for (let x = left + 5; x < right; x += 20) {
        const element = document.elementFromPoint(x, y);
        if (element?.closest('svg') === svg && !element.closest('[role="slider"]')) places.push([x, y]);
      }
    }
    return places;
  });
  for (const [x, y] of candidates) {
    await picture.page().mouse.move(x, y);
    if ((await picture.getAttribute('data-near')) === null) return [x, y];
  }
  return undefined;
}
