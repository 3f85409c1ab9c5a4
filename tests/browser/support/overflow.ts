import type { Page } from 'playwright-core';

/**
 * What sticks out of the window at the sides and cannot be scrolled into view by itself: the page as a whole, and each
 * element that is cut off. What is hidden from sight on purpose, and the inside of a picture, does not count. What a
 * prediction folds away is looked at unfolded: folded, it stands beside a button, and has no more than the room there.
 */
export function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const folds = [...document.querySelectorAll<HTMLDetailsElement>('.cl-prediction > details:not([open])')];
    folds.forEach((fold) => (fold.open = true));

    function isExcused(element: Element): boolean {
      for (let outer: Element | null = element; outer !== null; outer = outer.parentElement) {
        if (outer instanceof SVGElement && outer.ownerSVGElement !== null) return true;
        const box = outer.getBoundingClientRect();
        const { overflowX } = getComputedStyle(outer);
        const isHidden = box.width <= 1 || box.height <= 1;
        const scrolls = overflowX === 'auto' || overflowX === 'scroll';
        if (isHidden || (scrolls && box.left >= 0 && box.right <= width + 1)) return true;
      }
      return false;
    }

    const scrollWidth = document.documentElement.scrollWidth;
    const page = scrollWidth > width ? [`the page is ${scrollWidth} px wide`] : [];
    const parts = [...document.querySelectorAll('main *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1 && !isExcused(element))
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class')}`);
    folds.forEach((fold) => (fold.open = false));
    return [...page, ...new Set(parts)];
  });
}
