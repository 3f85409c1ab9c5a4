import type { Figure } from './figure';
import { whenIdle } from '../browser/idle';

/** What tells that somebody is there: a page that is only looked at is complete as it is, and does no work. */
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'wheel', 'scroll'] as const;

const CONTROL = 'button, input, label, summary';

/** How far from the screen a figure is near, so that it lives when it gets there. */
const NEAR = '300px';

/** Brings figures to life once a reader is there and they are near, and at once where they are touched. */
export class Scheduler {
  readonly #near = new Map<Element, Figure>();
  readonly #reader = new Promise<void>((arrive) => {
    for (const sign of SIGNS)
      addEventListener(sign, () => arrive(), { once: true, capture: true, passive: true });
  });
  readonly #observer = new IntersectionObserver((entries) => this.#see(entries), { rootMargin: NEAR });
  /** One at a time with a pause between them, so that none holds up the reader's hand. */
  #queue: Promise<void> = Promise.resolve();

  /** The figure wakes when the element, itself or words about it, comes near. */
  when(element: HTMLElement, figure: Figure): void {
    const scene = figure.element.closest('.cl-scene');
    // Words of its own scene have the figure beside them: it is near when they are. The browser asks each one at every frame.
    if (element === figure.element || !scene?.contains(element)) {
      this.#near.set(element, figure);
      this.#observer.observe(element);
    }
    for (const event of ['pointerenter', 'focusin'] as const) {
      element.addEventListener(event, () => void figure.wake(), { once: true });
    }
  }

  #see(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const figure = this.#near.get(target);
      if (!isIntersecting || !figure) continue;
      this.#observer.unobserve(target);
      whenIdle(() => void figure.load().catch(report));
      void this.#reader.then(() => this.#wakeInTurn(figure));
    }
  }

  #wakeInTurn(figure: Figure): void {
    this.#queue = this.#queue
      .then(() => new Promise<void>((done) => setTimeout(done)))
      .then(() => figure.wake())
      .catch(report);
  }
}

const PRESSES = ['pointerdown', 'mousedown', 'touchstart'] as const;
const RELEASES = ['pointerup', 'pointercancel', 'mouseup', 'touchend', 'touchcancel'] as const;

/** The event once more, for those who were not there to hear it. */
function again(event: MouseEvent | TouchEvent): Event {
  if (event instanceof PointerEvent) return new PointerEvent(event.type, event);
  if (event instanceof MouseEvent) return new MouseEvent(event.type, event);
  const { touches, targetTouches, changedTouches, bubbles, cancelable, view } = event;
  return new TouchEvent(event.type, {
    touches: [...touches],
    targetTouches: [...targetTouches],
    changedTouches: [...changedTouches],
    bubbles,
    cancelable,
    view,
  });
}

/** A press, a click or a choice from a list that falls on a figure before it lives is done again once it does. */
export function replayFirstInteraction(figure: Figure): void {
  const { element } = figure;
  const held = new Set<Event>();
  const release = () => held.clear();

  const press = async (event: MouseEvent | TouchEvent) => {
    held.add(event);
    await figure.wake();
    if (held.has(event)) event.target?.dispatchEvent(again(event));
  };
  const click = async (event: MouseEvent) => {
    const control = event.target instanceof Element ? event.target.closest<HTMLElement>(CONTROL) : null;
    if (!control) return;
    event.preventDefault();
    await figure.wake();
    control.click();
  };
  const choose = async ({ target: list }: Event) => {
    if (!(list instanceof HTMLSelectElement)) return;
    const chosen = list.value;
    await figure.wake();
    // A figure comes to life in the state that it was drawn in.
    list.value = chosen;
    list.dispatchEvent(new Event('change', { bubbles: true }));
  };

  const sleeping = new AbortController();
  const { signal } = sleeping;
  for (const type of PRESSES) {
    element.addEventListener(type, (event) => void press(event).catch(report), { signal, passive: true });
  }
  element.addEventListener('click', (event) => void click(event).catch(report), { signal });
  element.addEventListener('change', (event) => void choose(event).catch(report), { signal });
  for (const type of RELEASES) addEventListener(type, release, { signal });
  figure.whenAwake(() => sleeping.abort());
}

function report(error: unknown): void {
  console.error(error);
}
