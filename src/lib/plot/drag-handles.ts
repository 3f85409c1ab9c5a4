import { drag, type D3DragEvent } from 'd3-drag';
import { pointer, select } from 'd3-selection';
import type { Frame, Point } from '../geometry/frame';
import type { Gesture, Gestures } from '../state/gestures';
import { pick, toPixel, type Handle } from './handles';
import { scrollUpAndDown } from './scroll-up-and-down';

/** What d3 drags: a held handle by the place of its middle, so that it does not jump under the hand. */
interface Subject {
  x: number;
  y: number;
  hold: Hold;
}

type DragEvent = D3DragEvent<SVGSVGElement, unknown, Subject>;

/** The picture whose handles are dragged. */
interface Draggable {
  readonly frame: Frame;
  /** The handles within reach of a place, in pixels of the picture. */
  near(place: Point): readonly Handle[];
  /** The ground that a press has fallen on, for where no handle is within reach. */
  groundAt(target: EventTarget | null): Handle | undefined;
}

/** One hand's hold of one handle. */
class Hold implements Gesture {
  readonly handle: Handle;
  readonly #start: Point;
  #to: Point;
  #isGivenUp = false;

  constructor(handle: Handle) {
    this.handle = handle;
    handle.press?.();
    this.#start = this.#to = handle.at;
  }

  lead(to: Point): void {
    this.#to = to;
    this.resume();
  }
  rewind(): void {
    this.handle.move(this.#start, false);
  }
  resume(): void {
    this.handle.move(this.#to, false);
  }
  /** Goes back to where it began, and stays there. */
  giveUp(): void {
    this.#isGivenUp = true;
    this.rewind();
  }
  finish(): void {
    // What has just been moved back may be drawn, and say where it is, only later.
    this.handle.move(this.#isGivenUp ? this.#start : this.handle.at, true);
  }
}

/**
 * Lets mouse, pen and fingers drag the handles of a picture, each finger one of its own. A touch of what is no handle is
 * left to the page, which scrolls.
 * @returns how to end it
 */
export function dragHandles(svg: SVGSVGElement, gestures: Gestures, picture: Draggable): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  /** What is held, by the event that began it: it tells d3 that a gesture is over. */
  const holds = new Map<Hold, DragEvent>();
  let last: Handle | null = null;

  let aimed: Element | null = null;

  const isHeld = (handle: Handle) => [...holds.keys()].some((hold) => hold.handle === handle);

  /** The handle that a press at a place takes: the nearest that no other hand has. */
  function aimAt(place: Point): Handle | null {
    const free = picture.near(place).filter((handle) => !isHeld(handle));
    return pick(place, free, ({ at }) => toPixel(picture.frame, at), last);
  }

  /** The handle that a press takes, else the ground there. */
  function take(place: Point, target: EventTarget | null): Handle | undefined {
    last = aimAt(place);
    const ground = last ? undefined : picture.groundAt(target);
    return last ?? (ground && isHeld(ground) ? undefined : ground);
  }

  /** Marks the handle that a press of the mouse would take. */
  function show(handle: Handle | null): void {
    const element = handle?.element ?? null;
    if (element === aimed) return;
    aimed?.removeAttribute('data-aimed');
    element?.setAttribute('data-aimed', '');
    aimed = element;
  }

  function release(hold: Hold): void {
    holds.get(hold)?.on('drag end', null);
    holds.delete(hold);
    svg.toggleAttribute('data-held', holds.size > 0);
    gestures.end(hold);
    focus(hold.handle);
  }

  function begin(event: DragEvent): void {
    const { hold } = event.subject;
    holds.set(hold, event);
    svg.toggleAttribute('data-held', true);
    gestures.begin(hold);
    focus(hold.handle);
    event.on('drag', ({ x, y, sourceEvent }: DragEvent) => {
      // Where the button was let go of out of sight, the mouse comes back without it.
      if (sourceEvent.buttons === 0) release(hold);
      else hold.lead(picture.frame.fromPixel(x, y));
    });
    event.on('end', () => release(hold));
  }

  const behaviour = drag<SVGSVGElement, unknown, Subject | null>()
    .container(svg)
    .subject(({ x, y, sourceEvent }: DragEvent) => {
      const handle = take([x, y], sourceEvent.target);
      if (!handle) return null;
      const hold = new Hold(handle);
      const [px, py] = toPixel(picture.frame, handle.at);
      return { x: px, y: py, hold };
    })
    .on('start', begin);

  const isNear = (press: PointerEvent | Touch) => picture.near(pointer(press, svg)).length > 0;

  // Before d3 listens: it would hold the page.
  scrollUpAndDown(svg, (touch) => !isNear(touch) && picture.groundAt(touch.target) !== undefined, signal);
  // d3 would let no finger scroll the page from here.
  select(svg).call(behaviour).style('touch-action', null);

  const releaseAll = () => [...holds.keys()].forEach(release);
  const listen = <K extends keyof SVGElementEventMap>(
    type: K,
    listener: (event: SVGElementEventMap[K]) => void,
  ) => svg.addEventListener(type, listener, { signal });

  listen('pointerdown', (event) => {
    // Tells what is around the widget, such as a deck of slides, that this finger does not swipe.
    if (event.pointerType === 'touch' && isNear(event)) event.preventDefault();
    // While the mouse is captured the browser need not look at each move for what lies under it.
    const { target, pointerId } = event;
    if (target instanceof Element && (isNear(event) || picture.groundAt(target)))
      target.setPointerCapture(pointerId);
  });
  listen('pointermove', (event) => {
    const isHovering = event.pointerType === 'mouse' && event.buttons === 0;
    if (!isHovering) return;
    // Its press will be told in whole pixels.
    const [clientX, clientY] = [Math.floor(event.clientX), Math.floor(event.clientY)];
    const handle = aimAt(pointer({ clientX, clientY }, svg));
    svg.toggleAttribute('data-near', handle !== null);
    show(handle);
  });
  listen('pointerleave', () => show(null));
  // The page stays where it is while anything is held, also under another finger.
  const keepPage = (event: TouchEvent) => {
    if (holds.size > 0 && event.cancelable) event.preventDefault();
  };
  svg.addEventListener('touchmove', keepPage, { signal, passive: false });
  listen('contextmenu', (event) => {
    if (holds.size > 0) event.preventDefault();
  });
  const second = ({ button }: MouseEvent) => {
    if (button !== 0) releaseAll();
  };
  const escape = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape') return;
    for (const hold of holds.keys()) hold.giveUp();
    gestures.giveUp(releaseAll);
  };
  addEventListener('mousedown', second, { signal, capture: true });
  addEventListener('keydown', escape, { signal });

  return () => {
    releaseAll();
    ended.abort();
    select(svg).on('.drag', null);
  };
}

const focus = ({ element }: Handle) => (element as SVGElement | null)?.focus({ preventScroll: true });
