import type { Figure } from './figure';
import { whenIdle } from './idle';

/** What tells that somebody is there: a page that is only looked at is complete as it is, and does no work. */
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'wheel', 'scroll'] as const;

const CONTROL = 'button, input, label, summary';

/** How far from the screen a figure is near, so that it lives when it gets there. */
const NEAR = '300px';

/** Brings figures to life once a reader is there and they are near, and at once where they are touched. */
export class Waking {
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
    this.#near.set(element, figure);
    this.#observer.observe(element);
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

/** A press or a click that falls on a figure before it lives is done again once it does. */
export function keepFirstTouch(figure: Figure): void {
  const { element } = figure;
  let held: number | undefined;
  const release = ({ pointerId }: PointerEvent) => {
    if (pointerId === held) held = undefined;
  };

  const press = async (event: PointerEvent) => {
    held = event.pointerId;
    await figure.wake();
    if (held === event.pointerId) event.target?.dispatchEvent(new PointerEvent(event.type, event));
  };
  const click = async (event: MouseEvent) => {
    const control = event.target instanceof Element ? event.target.closest<HTMLElement>(CONTROL) : null;
    if (!control) return;
    event.preventDefault();
    await figure.wake();
    control.click();
  };

  const sleeping = new AbortController();
  const { signal } = sleeping;
  element.addEventListener('pointerdown', (event) => void press(event).catch(report), { signal });
  element.addEventListener('click', (event) => void click(event).catch(report), { signal });
  for (const event of ['pointerup', 'pointercancel'] as const) addEventListener(event, release, { signal });
  figure.whenAwake(() => sleeping.abort());
}

function report(error: unknown): void {
  console.error(error);
}
