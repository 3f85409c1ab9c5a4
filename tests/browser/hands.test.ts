import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { launch } from '../../scripts/browser.mjs';
import { definitions } from '../../src/lib/widgets/registry';
import { boundsOf, bringToMiddle, emptyGround, middleOf } from './support/handle';
import { openAsIs, type OpenPage } from './support/open';
import { fingersOn, frame, pathTo, swipe, type Place } from './support/touch';

const site = inject('site');
/** Lower than any widget, so that there is a page to scroll. */
const PHONE = { viewport: { width: 412, height: 640 }, hasTouch: true, isMobile: true };
const WAY = 60;
/** Pixels by which a handle may miss the hand. */
const CLOSE = 2;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/**
 * Where a handle may go. `plane`: anywhere within the axes. `across` and `upright`: along one axis, between the places
 * that Home and End take it to. `circle` and `disc`: round a circle, or anywhere within it, about the middle of the picture.
 * `factor`: along an axis, to the places of whole numbers. `paper`: anywhere on a pad, leaving a stroke that undo takes
 * away. `mark`: from one mark of the picture to another. `pull`: nowhere; what is drawn on it turns.
 */
type Way = 'plane' | 'paper' | 'mark' | 'across' | 'upright' | 'circle' | 'disc' | 'factor' | 'pull';

/** The ways of handles that may not go anywhere, by the beginning of their names. */
const WAYS: Record<string, Record<string, Way>> = {
  arc: { '': 'circle' },
  'batch-matrix': { '': 'circle' },
  draw: { '': 'paper' },
  conventions: { '': 'across' },
  kink: { '': 'across' },
  neighbors: { '': 'mark' },
  pair: { margin: 'across', distance: 'across' },
  scale: { '': 'across' },
  signature: { threshold: 'across', '': 'paper' },
  sphere: { turn: 'pull', '': 'disc' },
  'target-logit': { 'm₁': 'factor', 'm₃': 'upright', '': 'across' },
  temperature: { '': 'circle' },
  variants: { '': 'across' },
  verification: { '': 'across' },
};

/** Widgets whose handles are all of one point, which stands in two pictures: a second finger finds it taken. */
const ONE_TWICE = ['absolute-or-relative'];

const wayOf = (widget: string, name: string): Way =>
  Object.entries(WAYS[widget] ?? {}).find(([start]) => name.startsWith(start))?.[1] ?? 'plane';

const clamp = (value: number, a: number, b: number) =>
  Math.min(Math.max(a, b), Math.max(Math.min(a, b), value));

const nameOf = async (handle: Locator) => (await handle.getAttribute('aria-label')) ?? '';
const handlesOf = (page: Page) =>
  page.locator('.cl-widget svg [role="slider"]:not([aria-keyshortcuts], [aria-orientation])');
const undo = (page: Page) =>
  page.getByRole('button', { name: 'Undo' }).evaluate((button) => (button as HTMLElement).click());

/** The handles that have a place of their own, one after the other in the middle of the screen. */
async function* handlesOfPlaces(page: Page, widget: string) {
  for (const handle of await handlesOf(page).all()) {
    const name = await nameOf(handle);
    const way = wayOf(widget, name);
    if (way === 'pull' || way === 'paper') continue;
    await bringToMiddle(handle);
    yield { handle, name, way };
  }
}

/** Two handles that find room on the screen, as far apart in their order as there are, brought there. */
async function bringTwoIntoView(page: Page, handles: readonly Locator[]): Promise<[Locator, Locator]> {
  for (let gap = handles.length - 1; gap > 0; gap--) {
    for (const [i, first] of handles.slice(0, -gap).entries()) {
      const second = handles[i + gap] as Locator;
      const heights = async () => [(await middleOf(first))[1], (await middleOf(second))[1]] as const;
      const [a, b] = await heights();
      await page.evaluate(
        (middle) => scrollBy({ top: middle - innerHeight / 2, behavior: 'instant' }),
        (a + b) / 2,
      );
      if ((await heights()).every((y) => y > WAY && y < PHONE.viewport.height - WAY)) return [first, second];
    }
  }
  throw new Error('No two handles are on the screen at a time.');
}

/** Where a handle stands after each of some keys, from where it is now. */
async function placesAfter(page: Page, handle: Locator, keys: readonly string[]): Promise<Place[]> {
  await handle.focus();
  const places: Place[] = [];
  for (const key of keys) {
    await page.keyboard.press(key);
    places.push(await middleOf(handle));
  }
  await page.getByRole('button', { name: 'Reset' }).evaluate((button) => (button as HTMLElement).click());
  return places;
}

const apart = ([ax, ay]: Place, [bx, by]: Place) => Math.hypot(ax - bx, ay - by);

/** Where the marks of a handle's picture stand that are drawn as signs. */
const marksBeside = (handle: Locator): Promise<Place[]> =>
  handle.evaluate((handle) =>
    [...(handle.closest('svg')?.querySelectorAll<SVGTextElement>('g[aria-hidden] > text[dy]') ?? [])].map(
      (mark) => {
        const at = new DOMPoint(Number(mark.getAttribute('x')), Number(mark.getAttribute('y')));
        const { x, y } = at.matrixTransform(mark.getScreenCTM() ?? undefined);
        return [x, y] as [number, number];
      },
    ),
  );

/** By how many pixels a handle misses the nearest place that it may take to where a hand has gone. */
async function missOf(page: Page, handle: Locator, way: Way): Promise<(hand: Place, end: Place) => number> {
  const { low, high } = await boundsOf(handle);
  const middle: Place = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2];
  const onCircle = (hand: Place, radius: number): Place => {
    const away = apart(hand, middle);
    return [
      middle[0] + (radius * (hand[0] - middle[0])) / away,
      middle[1] + (radius * (hand[1] - middle[1])) / away,
    ];
  };
  switch (way) {
    case 'plane':
    case 'paper':
      return (hand, end) => apart(end, [clamp(hand[0], low[0], high[0]), clamp(hand[1], low[1], high[1])]);
    case 'across':
    case 'upright': {
      const k = way === 'across' ? 0 : 1;
      const [home, last] = (await placesAfter(page, handle, ['Home', 'End'])) as [Place, Place];
      return (hand, end) => Math.abs(end[k] - clamp(hand[k], home[k], last[k]));
    }
    case 'factor': {
      const stops = await placesAfter(page, handle, ['Home', ...Array.from({ length: 4 }, () => 'PageUp')]);
      return ([x], [end]) => {
        const isPassed = stops.some(
          ([stop]) => (stop - x) * (stop - end) < 0 && Math.abs(stop - end) > CLOSE,
        );
        return isPassed ? Infinity : Math.min(...stops.map(([stop]) => Math.abs(stop - end)));
      };
    }
    case 'circle': {
      const radius = apart(await middleOf(handle), middle);
      return (hand, end) => apart(end, onCircle(hand, radius));
    }
    case 'disc': {
      // The picture of the sphere reaches from −1.2 to 1.2.
      const radius = (high[0] - low[0]) / 2.4;
      return (hand, end) => apart(end, apart(hand, middle) <= radius ? hand : onCircle(hand, radius));
    }
    case 'mark': {
      const marks = await marksBeside(handle);
      return (hand, end) => apart(hand, end) - Math.min(...marks.map((mark) => apart(hand, mark)));
    }
    case 'pull':
      return () => 0;
  }
}

interface Scene extends OpenPage {
  cancels: () => Promise<number>;
}

async function openEmbed(widget: string): Promise<Scene> {
  const opened = await openAsIs(browser, `${site.root}embed/${widget}/`, {
    ...PHONE,
    reducedMotion: 'reduce',
  });
  const { page } = opened;
  await page.locator('[data-live]').waitFor();
  await page.evaluate(() => {
    document.documentElement.dataset.cancels = '0';
    addEventListener('pointercancel', () => {
      const { dataset } = document.documentElement;
      dataset.cancels = String(Number(dataset.cancels) + 1);
    });
  });
  const cancels = () => page.evaluate(() => Number(document.documentElement.dataset.cancels));
  return { ...opened, cancels };
}

const scrollOf = (page: Page) => page.evaluate(() => scrollY);

const DIRECTIONS: readonly Place[] = [
  [WAY, 0],
  [-WAY, 0],
  [0, WAY],
  [0, -WAY],
];

// Some widgets have ten handles, each of which goes four ways.
describe.each(Object.keys(definitions))('the handles of %s', { timeout: 180_000 }, (widget) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openEmbed(widget);
  });
  beforeEach(() => scene.page.mouse.move(1, 1));
  afterEach(() => expect(scene.errors).toEqual([]));
  afterAll(() => scene.close());

  test('follow a finger in every direction to where it ends, each as one step to undo, and the page stays', async () => {
    const { page, cancels } = scene;
    for (const handle of await handlesOf(page).all()) {
      const way = wayOf(widget, await nameOf(handle));
      if (way === 'pull') continue;
      await bringToMiddle(handle);
      const miss = await missOf(page, handle, way);
      for (const [dx, dy] of DIRECTIONS) {
        const name = `${await nameOf(handle)}, by ${dx}, ${dy}`;
        const from = await middleOf(handle);
        const scroll = await scrollOf(page);
        const hand: Place = [from[0] + dx, from[1] + dy];
        await swipe(page, from, hand);
        const end = await middleOf(handle);
        expect(miss(hand, end), name).toBeLessThanOrEqual(CLOSE);
        expect(await cancels(), name).toBe(0);
        expect(await scrollOf(page), name).toBe(scroll);
        if (apart(from, end) > 0.01) await undo(page);
        if (way !== 'paper')
          expect(apart(await middleOf(handle), from), `${name}, undone`).toBeLessThan(0.01);
      }
    }
  });

  test('follow the mouse to the same places, and the keys to the ends that they tell', async () => {
    const { page } = scene;
    // A browser sends mouse events after a touch: what drags waits until they are over.
    await page.waitForTimeout(600);
    for await (const { handle, name, way } of handlesOfPlaces(page, widget)) {
      const miss = await missOf(page, handle, way);
      const from = await middleOf(handle);
      const hand: Place = [from[0] - WAY / 2, from[1] + WAY / 2];
      await page.mouse.move(...from);
      await page.mouse.down();
      for (const place of pathTo(from, hand)) await page.mouse.move(...place);
      await page.mouse.up();
      expect(miss(hand, await middleOf(handle)), name).toBeLessThanOrEqual(CLOSE);
      for (const [key, end] of [
        ['Home', 'aria-valuemin'],
        ['End', 'aria-valuemax'],
      ] as const) {
        await handle.focus();
        await page.keyboard.press(key);
        const [now, told] = await Promise.all(
          ['aria-valuenow', end].map((name) => handle.getAttribute(name)),
        );
        expect(Number(now), `${name} after ${key}`).toBeCloseTo(Number(told), 2);
      }
      await page.getByRole('button', { name: 'Reset' }).evaluate((button) => (button as HTMLElement).click());
    }
  });

  test('stand where they began once Escape gives the gesture up, with nothing to undo', async () => {
    const { page } = scene;
    const hasNoPast = () => page.getByRole('button', { name: 'Undo' }).isDisabled();
    await page.waitForTimeout(600);
    for await (const { handle, name } of handlesOfPlaces(page, widget)) {
      const from = await middleOf(handle);
      await page.mouse.move(...from);
      await page.mouse.down();
      // Some are chosen by the press, which is a step of its own.
      const wasChosen = !(await hasNoPast());
      for (const place of pathTo(from, [from[0] - WAY / 2, from[1] + WAY / 2]))
        await page.mouse.move(...place);
      await page.keyboard.press('Escape');
      await page.mouse.move(from[0] + WAY, from[1]);
      await page.mouse.up();
      expect(apart(await middleOf(handle), from), name).toBeLessThan(0.01);
      expect((await hasNoPast()) || wasChosen, name).toBe(true);
    }
  });

  const isOne = ONE_TWICE.includes(widget);
  test.skipIf(isOne)('go with two fingers at a time, and come back one by one', async ({ skip }) => {
    const { page } = scene;
    const handles: Locator[] = [];
    for (const handle of await handlesOf(page).all()) {
      if (['plane', 'circle', 'disc'].includes(wayOf(widget, await nameOf(handle)))) handles.push(handle);
    }
    skip(handles.length < 2, 'It has no two handles that go as fingers do.');
    const [first, second] = await bringTwoIntoView(page, handles);
    const [a, b] = [await middleOf(first), await middleOf(second)];
    const fingers = await fingersOn(page);
    await fingers.press(0, a);
    await fingers.press(1, b);
    await fingers.lead(
      new Map([
        [0, pathTo(a, [a[0] + 20, a[1] + 25])],
        [1, pathTo(b, [b[0] - 20, b[1] - 25])],
      ]),
    );
    await fingers.lift(0);
    await fingers.lead(new Map([[1, pathTo([b[0] - 20, b[1] - 25], [b[0] - 30, b[1] - 10])]]));
    await fingers.lift(1);
    const [movedA, movedB] = [await middleOf(first), await middleOf(second)];
    expect(apart(movedA, a)).toBeGreaterThan(3);
    expect(apart(movedB, b)).toBeGreaterThan(3);

    await undo(page);
    expect(apart(await middleOf(first), movedA)).toBeLessThan(0.01);
    expect(apart(await middleOf(second), b)).toBeLessThan(0.01);
    await undo(page);
    expect(apart(await middleOf(first), a)).toBeLessThan(0.01);
    expect(apart(await middleOf(second), b)).toBeLessThan(0.01);
  });

  test('leave a swipe beside them to the page', async () => {
    const { page } = scene;
    const pictures = await page.locator('.cl-widget svg:has(clipPath)').all();
    const hasHandles = (await handlesOf(page).count()) > 0;
    expect(pictures.length).toBeGreaterThanOrEqual(hasHandles ? 1 : 0);
    for (const picture of pictures) {
      const ground = await emptyGround(picture);
      if (ground === undefined) continue;
      const scroll = await scrollOf(page);
      const way = scroll > 100 ? 90 : -90;
      await swipe(page, ground, [ground[0], ground[1] + way]);
      await expect.poll(async () => Math.abs((await scrollOf(page)) - scroll)).toBeGreaterThan(30);
    }
  });
});

describe('a gesture on the pair', () => {
  let scene: Scene;
  let handle: Locator;
  let from: Place;
  beforeEach(async () => {
    scene = await openEmbed('pair');
    handle = handlesOf(scene.page).first();
    await bringToMiddle(handle);
    from = await middleOf(handle);
  });
  afterEach(() => scene.close());

  const by = (dx: number, dy: number): Place => [from[0] + dx, from[1] + dy];
  const away = async () => apart(await middleOf(handle), from);

  async function pressAndLead() {
    const { page } = scene;
    await page.mouse.move(...from);
    await page.mouse.down();
    for (const place of pathTo(from, by(40, 0))) await page.mouse.move(...place);
  }

  test('is given up by Escape', async () => {
    const { page } = scene;
    await pressAndLead();
    expect(await away()).toBeCloseTo(40, 0);
    await page.keyboard.press('Escape');
    expect(await away()).toBeLessThan(0.01);
    await page.mouse.move(...by(80, 0));
    await page.mouse.up();
    expect(await away()).toBeLessThan(0.01);
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
  });

  test('ends where it is when a second button goes down, as one step to undo', async () => {
    const { page } = scene;
    await pressAndLead();
    await page.mouse.down({ button: 'right' });
    await page.mouse.move(...by(80, 0));
    await page.mouse.up({ button: 'right' });
    await page.mouse.up();
    expect(await away()).toBeCloseTo(40, 0);
    await undo(page);
    expect(await away()).toBeLessThan(0.01);
  });

  test('ends where it is when the button was let go of out of sight', async () => {
    const { page } = scene;
    await pressAndLead();
    await page.evaluate(
      ([clientX, clientY]) => {
        dispatchEvent(new MouseEvent('mousemove', { clientX, clientY, buttons: 0 }));
      },
      by(80, 0),
    );
    await page.mouse.move(...by(90, 0));
    expect(await away()).toBeCloseTo(40, 0);
    await page.mouse.up();
    await undo(page);
    expect(await away()).toBeLessThan(0.01);
  });

  test('ends where it is when the finger is taken away by the system', async () => {
    const { page } = scene;
    const fingers = await fingersOn(page);
    await fingers.press(0, from);
    await fingers.lead(new Map([[0, pathTo(from, by(40, 0))]]));
    await fingers.cancel();
    expect(await away()).toBeCloseTo(40, 0);
    await undo(page);
    expect(await away()).toBeLessThan(0.01);
  });

  test('goes on outside the picture, along its edge, and comes back', async () => {
    const { page } = scene;
    const { low } = await boundsOf(handle);
    const fingers = await fingersOn(page);
    const outside: Place = [2, from[1] + 10];
    await fingers.press(0, from);
    await fingers.lead(new Map([[0, pathTo(from, outside)]]));
    expect(apart(await middleOf(handle), [low[0], outside[1]])).toBeLessThan(CLOSE);
    await fingers.lead(new Map([[0, pathTo(outside, by(30, 0))]]));
    await fingers.lift(0);
    expect(apart(await middleOf(handle), by(30, 0))).toBeLessThan(CLOSE);
  });

  test('takes another point with a second finger than the first one has', async () => {
    const { page } = scene;
    const fingers = await fingersOn(page);
    await fingers.press(0, from);
    await fingers.press(1, by(8, 0));
    await fingers.lead(new Map([[1, pathTo(by(8, 0), by(8, -60))]]));
    expect(await away()).toBeLessThan(0.01);
    await fingers.lead(new Map([[0, pathTo(from, by(0, -40))]]));
    expect(await away()).toBeCloseTo(40, 0);
    await frame(page);
    await fingers.cancel();
  });
});
