/** @vitest-environment jsdom */
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Figure, statesIn, type Section } from '../../src/lib/hydration/figure';
import { bindLiveOutput } from '../../src/lib/hydration/live-output';
import { formatFixed } from '../../src/lib/state/format';
import { bindScrubber } from '../../src/lib/hydration/scrubber.svelte';
import { VisibilityObserver } from '../../src/lib/hydration/visibility-observer';
import { bindThemeButton } from '../../src/lib/site/theme-button';
import { Session } from '../../src/lib/state/session.svelte';
import { definition as pair } from '../../src/lib/widgets/pair/definition';

const element = (html: string) => {
  document.body.insertAdjacentHTML('beforeend', html);
  return document.body.lastElementChild as HTMLElement;
};
/** What the words of a page see of a living figure. */
const figure = () => ({ session: new Session(pair, 'm=2&x2=0.4,0') as unknown as Session });

/** What the figure shows, and what the words are about. */
const section = {} as Section;

/** Says which elements are on the screen, as a browser would: all of them, or none. */
let onScreen = true;
class Screen {
  constructor(private readonly tell: (entries: { target: Element; isIntersecting: boolean }[]) => void) {}
  observe(target: Element) {
    this.tell([{ target, isIntersecting: onScreen }]);
  }
}

beforeEach(() => {
  document.body.replaceChildren();
  onScreen = true;
  vi.stubGlobal('IntersectionObserver', Screen);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the states in an address', () => {
  test('are sorted by figure, and what belongs to no figure is left out', () => {
    expect([...statesIn('?one.m=2&two.y=1&one.x1=0.5,-1&utm=x&.m=1&one.=1')]).toEqual([
      ['one', 'm=2&x1=0.5%2C-1'],
      ['two', 'y=1'],
    ]);
  });
});

describe('a number in the text', () => {
  test.each([
    [0.854, 2, '0.85'],
    [-1.5, 1, '−1.5'],
    [-0.0001, 2, '0.00'],
    [NaN, 2, '–'],
    [Infinity, 2, '–'],
  ])('%d to %i decimals reads %s', (value, digits, text) => {
    expect(formatFixed(value, digits)).toBe(text);
  });
});

describe('a figure', () => {
  test('of a widget that does not exist is refused', async () => {
    const stray =
      '<figure class="cl-figure" id="x" data-widget="none"><div class="cl-island"></div></figure>';
    await expect(new Figure(element(stray)).wake()).rejects.toThrow('no widget “none”');
  });

  test('has no state before it lives', () => {
    const still = element('<figure class="cl-figure" id="x" data-widget="pair"></figure>');
    expect(() => new Figure(still).session).toThrow('figure “x” is not awake');
  });
});

describe('a following number', () => {
  test('changes with its figure, to the digits written', () => {
    const { session } = figure();
    const link = element('<a class="cl-follow" href="#one" data-output="D" data-digits="2">0.80</a>');
    bindLiveOutput(link, { session, section } as Figure, section, new VisibilityObserver());
    flushSync();
    expect(link.textContent).toBe('0.80');
    flushSync(() => session.set({ x2: [0.6, 0] }));
    expect(link.textContent).toBe('1.00');
  });

  test('on the screen changes no more often than one can read, and ends at the last value', () => {
    vi.useFakeTimers();
    const { session } = figure();
    const link = element('<a class="cl-follow" href="#one" data-output="D" data-digits="2">0.80</a>');
    bindLiveOutput(link, { session, section } as Figure, section, new VisibilityObserver());
    flushSync(() => session.set({ x2: [0.6, 0] }));
    flushSync(() => session.set({ x2: [0.7, 0] }));
    flushSync(() => session.set({ x2: [0.8, 0] }));
    expect(link.textContent).toBe('1.00');
    vi.runAllTimers();
    expect(link.textContent).toBe('1.20');
  });

  test('off the screen changes once its figure rests', () => {
    vi.useFakeTimers();
    onScreen = false;
    const { session } = figure();
    const link = element('<a class="cl-follow" href="#one" data-output="D" data-digits="2">0.80</a>');
    bindLiveOutput(link, { session, section } as Figure, section, new VisibilityObserver());
    flushSync(() => session.set({ x2: [0.6, 0] }));
    expect(link.textContent).toBe('0.80');
    vi.runAllTimers();
    expect(link.textContent).toBe('1.00');
  });
});

describe('a number to scrub', () => {
  const bound = () => {
    const { session } = figure();
    const link = element('<a class="cl-scrub" href="#one" data-parameter="m" data-digits="1">2.0</a>');
    bindScrubber(
      link,
      { session, section, show: () => undefined } as unknown as Figure,
      section,
      new VisibilityObserver(),
    );
    flushSync();
    const slider = document.querySelector<HTMLElement>('[role="slider"]');
    if (!slider) throw new Error('no slider');
    const press = (key: string, more: KeyboardEventInit = {}) => {
      (document.activeElement ?? slider).dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, ...more }),
      );
      flushSync();
    };
    slider.focus();
    return { session, slider, press };
  };

  test('says its name, value and range', () => {
    const { slider } = bound();
    expect(slider.textContent).toBe('2.0');
    expect([slider.ariaLabel, slider.ariaValueNow, slider.ariaValueMin, slider.ariaValueMax]).toEqual([
      'margin m',
      '2',
      '0.1',
      '3',
    ]);
  });

  test.each([
    ['ArrowRight', {}, 2.05],
    ['ArrowDown', {}, 1.95],
    ['ArrowRight', { shiftKey: true }, 2.5],
    ['ArrowRight', { altKey: true }, 2.005],
    ['PageDown', {}, 1.5],
    ['Home', {}, 0.1],
    ['End', {}, 3],
  ])('goes by the key %s %j to %d', (key, more, value) => {
    const { session, press } = bound();
    press(key, more);
    expect(session.values.m).toBeCloseTo(value, 9);
  });

  test('never leaves its range', () => {
    const { session, press } = bound();
    press('End');
    press('ArrowRight');
    expect(session.values.m).toBe(3);
  });

  test('can be typed after Enter, and gets the focus back', () => {
    const { session, slider, press } = bound();
    press('Enter');
    const field = document.querySelector('input');
    if (!field) throw new Error('no field');
    field.value = '1.25';
    press('Enter');
    expect(session.values.m).toBe(1.25);
    expect(slider.textContent).toBe('1.25');
    expect(document.activeElement).toBe(slider);
  });

  test.each([
    ['much', 'A number is expected, such as 0.25 or 1/4, not “much”.'],
    ['9', 'a number from 0.1 to 3 is expected'],
  ])('that is typed wrong, as %s, keeps its value, and the field stays and says why', (typed, why) => {
    const { session, press } = bound();
    press('Enter');
    const field = document.querySelector('input');
    if (!field) throw new Error('no field');
    field.value = typed;
    press('Enter');
    expect(session.values.m).toBe(2);
    expect(field.isConnected).toBe(true);
    expect(field.validationMessage).toContain(why);
  });

  test('that is typed is given up with Escape', () => {
    const { session, press } = bound();
    press('Enter');
    const field = document.querySelector('input');
    if (field) field.value = '1';
    press('Escape');
    expect(session.values.m).toBe(2);
    expect(document.querySelector('input')).toBeNull();
  });
});

describe('the theme button', () => {
  const button = () => {
    const made = element('<button hidden></button>') as HTMLButtonElement;
    bindThemeButton(made);
    return made;
  };

  const onSystem = (theme: string) => vi.stubGlobal('matchMedia', () => ({ matches: theme === 'dark' }));

  beforeEach(() => {
    localStorage.clear();
    onSystem('dark');
  });
  afterEach(() => vi.unstubAllGlobals());

  test.each([
    ['light', ['dark', 'light']],
    ['dark', ['light', 'dark']],
  ])(
    'goes from a system’s %s to what is seen to change, to the same, back, and remembers',
    (system, order) => {
      vi.stubGlobal('matchMedia', () => ({ matches: system === 'dark' }));
      const made = button();
      expect([made.hidden, made.ariaLabel]).toEqual([false, 'Theme: system']);
      for (const theme of order) {
        made.click();
        expect([document.documentElement.dataset.theme, localStorage.getItem('theme')]).toEqual([
          theme,
          theme,
        ]);
        expect(button().ariaLabel).toBe(`Theme: ${theme}`);
      }
      made.click();
      expect([document.documentElement.dataset.theme, localStorage.getItem('theme')]).toEqual([
        undefined,
        null,
      ]);
      vi.unstubAllGlobals();
    },
  );

  test('works where there is no storage', () => {
    const refuse = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    const made = button();
    made.click();
    expect(document.documentElement.dataset.theme).toBe('light');
    refuse.mockRestore();
  });
});
