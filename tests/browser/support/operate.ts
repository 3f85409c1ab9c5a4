import type { Locator, Page } from 'playwright-core';

/** Opens what a figure keeps folded of its controls. */
const unfold = (figure: Locator) =>
  figure.locator('details.cl-setup').evaluateAll((folds) => {
    for (const fold of folds) (fold as HTMLDetailsElement).open = true;
  });

/** Chooses another entry of a figure's first list, or where it has none a choice that is not made. */
export async function chooseAnother(figure: Locator): Promise<void> {
  await unfold(figure);
  const list = figure.locator('select:visible').first();
  if ((await list.count()) === 0) {
    // Players have choices of their own, of speed: “10×”. And a label covers its circle.
    const choices = figure.locator('label:not(:has-text("×")) input[type="radio"]:visible:not(:checked)');
    await choices.last().check({ force: true });
    return;
  }
  const { length, selected } = await list.evaluate((list) => ({
    length: (list as HTMLSelectElement).options.length,
    selected: (list as HTMLSelectElement).selectedIndex,
  }));
  await list.selectOption({ index: (selected + 1) % length });
}

/** Changes something of a figure as its reader would: by the first slider, or where it has none by a choice. */
export async function changeSomething(page: Page, figure: Locator): Promise<void> {
  await unfold(figure);
  const slider = figure.locator('input[type="range"]:visible').first();
  if ((await slider.count()) === 0) return chooseAnother(figure);
  await slider.focus();
  const before = await slider.inputValue();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  if ((await slider.inputValue()) === before) await page.keyboard.press('ArrowLeft');
}
