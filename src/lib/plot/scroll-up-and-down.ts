/**
 * Lets a finger that starts upwards or downwards scroll the page, where a drag that listens after this would hold it: for
 * what is dragged sideways in the main.
 * @param applies whether it does to the finger that comes down
 */
export function scrollUpAndDown(
  element: Element,
  applies: (touch: Touch) => boolean,
  signal: AbortSignal,
): void {
  /** Where each finger came down that has not moved yet. */
  const waiting = new Map<number, { x: number; y: number }>();
  const scrolling = new Set<number>();

  const start = ({ changedTouches }: TouchEvent) => {
    for (const touch of changedTouches) {
      if (applies(touch)) waiting.set(touch.identifier, { x: touch.clientX, y: touch.clientY });
    }
  };
  const move = (event: TouchEvent) => {
    for (const { identifier, clientX, clientY } of event.changedTouches) {
      const from = waiting.get(identifier);
      waiting.delete(identifier);
      const isSteep = from && Math.abs(clientY - from.y) > Math.abs(clientX - from.x);
      if (isSteep && event.touches.length === 1) scrolling.add(identifier);
      if (scrolling.has(identifier)) event.stopImmediatePropagation();
    }
  };
  const end = ({ changedTouches }: TouchEvent) => {
    for (const { identifier } of changedTouches) {
      waiting.delete(identifier);
      scrolling.delete(identifier);
    }
  };

  const listen = (type: string, listener: (event: TouchEvent) => void) =>
    element.addEventListener(type, (event) => listener(event as TouchEvent), { signal, passive: true });
  listen('touchstart', start);
  listen('touchmove', move);
  listen('touchend', end);
  listen('touchcancel', end);
}
