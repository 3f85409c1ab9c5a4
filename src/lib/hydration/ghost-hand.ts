import type { Figure } from './figure';

/** Milliseconds in which a reader may find out without help. */
const PATIENCE = 3000;
/** Milliseconds of one way there and back, with a rest at its end. */
const ROUND = 6000;
/** Signs that somebody has understood. */
const TOUCHES = ['pointerdown', 'keydown', 'focusin', 'click'] as const;
/** What of the text changes a figure. */
const PHRASES = '.cl-set, .cl-scrub';
/** How far the point is taken, in units of the plane. */
const REACH = [0.9, 0.7] as const;
/** A finger that points up and left, with a ring around its tip. */
const HAND =
  'M5.5 3a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0M6 1.5a1.5 1.5 0 0 1 3 0V8l5.6 1.2a2.6 2.6 0 0 1 2.1 2.9l-.5 4.2A4.2 4.2 0 0 1 12 20h-1.6a4 4 0 0 1-3.1-1.5L2.6 13a1.4 1.4 0 0 1 2-2L6 12.2z';
const SVG = 'http://www.w3.org/2000/svg';

/**
 * Shows on a figure that a point can be dragged: a hand without a word, which takes the point along once the figure lives,
 * until somebody touches the figure or a phrase that sets it. It leaves the state as it was. Who wants less motion does not see it.
 */
export function showHand(figure: Figure, point: string): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const { element } = figure;
  const hand = document.createElement('div');
  hand.className = 'cl-hand';
  hand.ariaHidden = 'true';
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  const outline = document.createElementNS(SVG, 'path');
  outline.setAttribute('d', HAND);
  drawing.append(outline);
  hand.append(drawing);

  let stopPlaying = () => {};
  const timer = setTimeout(() => {
    element.append(hand);
    stopPlaying = play(hand, figure, point);
  }, PATIENCE);
  const stop = () => {
    clearTimeout(timer);
    stopPlaying();
    hand.remove();
    for (const touch of TOUCHES) removeEventListener(touch, notice, { capture: true });
  };
  const notice = ({ target }: Event) => {
    if (target instanceof Element && (element.contains(target) || target.closest(PHRASES))) stop();
  };
  // Before the figure answers, so that the point is back at its place when it is taken.
  for (const touch of TOUCHES) addEventListener(touch, notice, { capture: true });
}

/** How far along its way the hand is at a share of its round, from −1 to 1. */
const sway = (share: number) => (share < 0.75 ? Math.sin((2 * Math.PI * share) / 0.75) : 0);

/** @returns how to end it */
function play(hand: HTMLElement, figure: Figure, point: string): () => void {
  const { element } = figure;
  const handle = () => [...element.querySelectorAll<SVGElement>('.cl-pictures svg .handle .dot')].at(1);
  const begin = performance.now();
  let home: readonly [number, number] | undefined;
  let isSeen = false;
  figure.whenAwake(() => {
    const value = figure.session.values[point];
    if (Array.isArray(value)) home = value as unknown as readonly [number, number];
  });

  const draw = () => {
    const share = ((performance.now() - begin) % ROUND) / ROUND;
    const part = sway(share);
    if (home) {
      const [x, y] = home;
      figure.session.set(
        { [point]: [x + REACH[0] * part, y - REACH[1] * part * part] },
        { commit: part === 0 },
      );
    }
    const [ground, dot] = [element.getBoundingClientRect(), handle()?.getBoundingClientRect()];
    if (dot) {
      const [x, y] = [dot.x + dot.width / 2 - ground.x, dot.y + dot.height / 2 - ground.y];
      // Before the figure lives its point stays, and the hand alone beckons.
      const aside = home ? 0 : 40 * part;
      hand.style.transform = `translate(${x + aside}px, ${y - Math.abs(aside) / 2}px)`;
    }
  };
  let frame = 0;
  const loop = () => {
    if (isSeen) draw();
    frame = requestAnimationFrame(loop);
  };
  const observer = new IntersectionObserver(([entry]) => (isSeen = entry?.isIntersecting ?? false));
  observer.observe(element);
  loop();
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    if (home) figure.session.set({ [point]: home }, { commit: true });
  };
}
