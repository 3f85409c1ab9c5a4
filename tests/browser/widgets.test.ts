import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import type { Definition } from '../../src/lib/state/define';
import { definitions } from '../../src/lib/widgets/registry';
import { audit } from './support/audit';
import { centre, figureOf, shownAndComputed, stateOf } from './support/figure';
import { changeSomething } from './support/operate';
import { draws, openAsIs, type OpenPage } from './support/open';
import { swipe } from './support/touch';

const site = inject('site');
const PHONE = { width: 360, height: 740 };
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

interface Stage extends OpenPage {
  figure: Locator;
  name: string;
}

async function start(widget: string, options = {}): Promise<Stage> {
  const { page: address, name } = figureOf(widget);
  const opened = await openAsIs(browser, site.root + address, {
    permissions: ['clipboard-read', 'clipboard-write'],
    reducedMotion: 'reduce',
    ...options,
  });
  const figure = opened.page.locator(`#${name}`);
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('[data-live]').waitFor();
  return { ...opened, figure, name };
}

// The zoom of a map is no value of the widget, so its slider is no handle.
const handles = (figure: Locator) =>
  figure.locator('svg [role="slider"]:not([aria-keyshortcuts], [aria-orientation])');
const where = (handle: Locator) => handle.getAttribute('aria-valuetext');

/** A way for a handle to go from where it is, sideways, well inside its picture. */
async function way(page: Page, handle: Locator): Promise<[[number, number], [number, number]]> {
  await handle.scrollIntoViewIfNeeded();
  const picture = await handle.locator('xpath=ancestor-or-self::*[local-name()="svg"]').boundingBox();
  const from = await centre(handle);
  const toTheRight = picture !== null && from[0] < picture.x + picture.width / 2;
  return [from, [from[0] + (toTheRight ? 36 : -36), from[1] - 2]];
}

/** The texts outside of drawings that each move of a held handle sets again, all moves being made in no time. */
function textsSetBy(handle: Locator, places: readonly (readonly [number, number])[]): Promise<string[][]> {
  return handle.evaluate(async (element, moves) => {
    const widget = element.closest('.cl-widget');
    if (!widget) throw new Error('The handle lies in no widget.');
    const sets: string[][] = [];
    const observer = new MutationObserver((records) => {
      const elements = records.map(({ target }) =>
        target instanceof Element ? target : target.parentElement,
      );
      const outside = elements.filter((element) => !element?.closest('svg'));
      sets.at(-1)?.push(...outside.map((element) => element?.outerHTML.slice(0, 200) ?? ''));
    });
    observer.observe(widget, { subtree: true, characterData: true, childList: true });
    for (const [clientX, clientY] of moves) {
      sets.push([]);
      dispatchEvent(new MouseEvent('mousemove', { clientX, clientY, buttons: 1, bubbles: true }));
      // Changes are shown before the next task, so that no clock can strike between them.
      for (let i = 0; i < 10; i++) await Promise.resolve();
    }
    observer.disconnect();
    return sets;
  }, places);
}

/** What a custom element holds and shows, once what it was told before has been drawn. */
const lookOf = (element: Locator) =>
  element.evaluate(async (element) => {
    for (let k = 0; k < 2; k++) await new Promise((done) => requestAnimationFrame(done));
    const all = (selector: string) => [...(element.shadowRoot?.querySelectorAll(selector) ?? [])];
    return {
      state: (element as unknown as { getState(): string }).getState(),
      words: all('.cl-widget').map((widget) => (widget as HTMLElement).innerText),
      readouts: all('[data-readout]').map((readout) => readout.textContent),
      pictures: all('svg').map((picture) => picture.outerHTML),
    };
  });

/** Numbers on the page are those that the declaration computes for the state of the link. */
async function expectNumbersOfTheModel({ page, figure, name }: Stage, definition: Definition) {
  const { shown, computed } = await shownAndComputed(figure, definition, await stateOf(page, figure, name));
  expect(shown).toEqual(computed);
}

describe.each(Object.entries(definitions))('the widget %s on the built site', (id, definition) => {
  /** One page for all that asks for no other; each test finds the figure as its author left it. */
  let stage: Stage;

  beforeAll(async () => {
    stage = await start(id);
  });
  beforeEach(async () => {
    if (!(await draws(stage.page))) {
      await stage.close();
      stage = await start(id);
    }
    await stage.page.mouse.up();
    const reset = stage.figure.getByRole('button', { name: 'Reset' });
    if (await reset.isEnabled()) await reset.click();
  });
  afterAll(() => stage.close());

  test('follows the mouse with every handle, and shows the numbers of its model', async () => {
    const { page, figure } = stage;
    for (const handle of await handles(figure).all()) {
      const before = await where(handle);
      const [from, to] = await way(page, handle);
      await page.mouse.move(...from);
      await page.mouse.down();
      await page.mouse.move(...to, { steps: 4 });
      await page.mouse.up();
      expect(await where(handle)).not.toBe(before);
    }
    await expectNumbersOfTheModel(stage, definition);
    expect(stage.errors).toEqual([]);
  });

  test('has no text beside its drawings set again at every move of a drag: it could not be read', async () => {
    const { page, figure } = stage;
    for (const handle of await handles(figure).all()) {
      const [from, to] = await way(page, handle);
      await page.mouse.move(...from);
      await page.mouse.down();
      await page.mouse.move(...to);
      const sets = await textsSetBy(handle, [from, to, from, to]);
      expect(sets.filter((texts) => texts.length > 0).slice(1)).toEqual([]);
      await page.mouse.up();
    }
  });

  test('plays a run on until it is paused, where it has one, also from where a hand has put something', async ({
    skip,
  }) => {
    const player = stage.figure.getByRole('group', { name: 'Run', exact: true });
    const steps = await player.getByRole('button', { name: 'Step', exact: true }).count();
    skip(steps === 0, 'It has no run.');
    const { page, figure, errors, close } = await start(id, { reducedMotion: 'no-preference' });
    const button = (name: string) => figure.getByRole('button', { name, exact: true });
    const looks = new Set<string>();
    const goesOn = () =>
      expect
        .poll(async () => looks.add(await figure.innerHTML()).size, { timeout: 20_000 })
        .toBeGreaterThan(6);
    const hold = handles(figure).or(figure.locator('input[type="range"]:visible')).first();
    if ((await hold.count()) > 0) {
      await hold.focus();
      await page.keyboard.press('ArrowRight');
    }
    await button('Play').click();
    await goesOn();
    await button('Pause').click();
    expect(await button('Play').count()).toBe(1);
    // What was taken back does not keep it from going on.
    if (await button('Reset').isEnabled()) await button('Reset').click();
    looks.clear();
    await button('Play').click();
    await goesOn();
    expect(errors).toEqual([]);
    await close();
  });

  test('follows a finger with every handle, on a phone', async () => {
    const phone = await start(id, { viewport: PHONE, hasTouch: true, isMobile: true });
    const { page, figure } = phone;
    for (const handle of await handles(figure).all()) {
      const before = await where(handle);
      await swipe(page, ...(await way(page, handle)));
      expect(await where(handle)).not.toBe(before);
    }
    await expectNumbersOfTheModel(phone, definition);
    expect(phone.errors).toEqual([]);
    await phone.close();
  });

  test('follows the arrow keys with every handle and slider', async () => {
    const { page, figure } = stage;
    for (const handle of await handles(figure).all()) {
      await handle.focus();
      const before = await where(handle);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Shift+ArrowRight');
      if ((await where(handle)) === before) await page.keyboard.press('Shift+ArrowLeft');
      expect(await where(handle)).not.toBe(before);
    }
    for (const slider of await figure.locator('input[type="range"]:visible').all()) {
      await slider.focus();
      const before = await slider.inputValue();
      await page.keyboard.press('ArrowLeft');
      if ((await slider.inputValue()) === before) await page.keyboard.press('ArrowRight');
      expect(await slider.inputValue()).not.toBe(before);
    }
    await expectNumbersOfTheModel(stage, definition);
  });

  test('moves no handle of a locked parameter, by mouse or by keys, and says that it is fixed', async () => {
    const lock = Object.keys(definition.parameters).join(',');
    const { page, errors, close } = await openAsIs(browser, `${site.root}embed/${id}/?lock=${lock}`);
    await page.locator('[data-live]').waitFor();
    expect(
      await page
        .locator('svg :is([role="slider"]:not([aria-keyshortcuts], [aria-orientation]), [role="radio"])')
        .count(),
    ).toBe(0);
    for (const mark of await page.locator('[role="img"][aria-label*=", fixed"]').all()) {
      const [from, to] = await way(page, mark);
      const before = await mark.getAttribute('aria-label');
      await page.mouse.move(...from);
      expect(await mark.evaluate((element) => getComputedStyle(element).cursor)).toBe('auto');
      await page.mouse.down();
      await page.mouse.move(...to, { steps: 3 });
      await page.mouse.up();
      await page.keyboard.press('ArrowRight');
      expect(await mark.getAttribute('aria-label')).toBe(before);
    }
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
    expect(await audit(page)).toEqual([]);
    expect(errors).toEqual([]);
    await close();
  });

  test('can be undone and reset to where it began', async () => {
    const { page, figure, name } = stage;
    const initial = await stateOf(page, figure, name);
    await changeSomething(page, figure);
    expect(await stateOf(page, figure, name)).not.toBe(initial);
    await figure.getByRole('button', { name: 'Reset' }).click();
    expect(await stateOf(page, figure, name)).toBe(initial);
    await figure.getByRole('button', { name: 'Undo' }).click();
    expect(await stateOf(page, figure, name)).not.toBe(initial);
  });

  test('is accessible in the middle of a drag', async () => {
    const { page, figure } = stage;
    const handle = handles(figure).first();
    if ((await handle.count()) > 0) {
      const [from, to] = await way(page, handle);
      await page.mouse.move(...from);
      await page.mouse.down();
      await page.mouse.move(...to);
    }
    expect(await audit(page, `#${stage.name}`)).toEqual([]);
    await page.mouse.up();
  });

  test('prints its state as programs, where it offers that', async () => {
    const opener = stage.figure.getByText('Code for this state').first();
    if ((await opener.count()) > 0) {
      await opener.click();
      await expect.poll(() => stage.figure.locator('pre:visible').count()).toBeGreaterThan(0);
      expect(await stage.figure.locator('pre:visible').first().innerText()).toContain('loss = ');
    }
    expect(stage.errors).toEqual([]);
  });

  test('opens in the state of a link', async () => {
    const { page: address, name } = figureOf(id);
    const [key, parameter] =
      Object.entries(definition.parameters).find(([, { kind }]) => kind === 'number') ?? [];
    if (key === undefined || parameter?.kind !== 'number') throw new Error('a widget has a number');
    const opened = await openAsIs(browser, `${site.root}${address}?${name}.${key}=${parameter.max}#${name}`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const figure = opened.page.locator(`#${name}`);
    await figure.locator('[data-live]').waitFor();
    expect(await stateOf(opened.page, figure, name)).toContain(`${key}=${parameter.max}`);
    await opened.close();
  });

  test('leaves its twin in the same page alone', async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    const element = (name: string) => `<contrastive-widget id="${name}" name="${id}"></contrastive-widget>`;
    await page.setContent(
      `<script type="module" src="${site.root}embed/element.js"></script>${element('one')}${element('twin')}`,
    );
    const [one, twin] = [page.locator('#one'), page.locator('#twin')];
    await one.locator('[data-live]').waitFor();
    await twin.locator('[data-live]').waitFor();
    await page.waitForLoadState('networkidle');
    const before = await lookOf(twin);
    const handle = handles(one).first();
    if ((await handle.count()) > 0) {
      await handle.focus();
      await page.keyboard.press('ArrowRight');
    }
    await changeSomething(page, one);
    await expect.poll(async () => (await lookOf(one)).state).not.toBe('');
    expect(await lookOf(twin)).toEqual(before);
    expect(before.state).toBe('');
    await context.close();
  });
});
