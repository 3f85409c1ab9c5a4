import { CHANNEL } from '../embed/message-channel';
import { VERSION } from '../embed/version';

/** Sets fields of the state of the widget in a frame. */
export function setFigure(frame: HTMLIFrameElement, state: string): void {
  const request = { channel: CHANNEL, version: VERSION, type: 'setState', state };
  frame.contentWindow?.postMessage(request, location.origin);
}

const STEPS: Record<string, number> = { PageDown: 1, PageUp: -1 };

/**
 * Turns slides by the page keys also while a widget has the focus: these are the keys of a presenter's remote control,
 * which would be dead once somebody has dragged a point.
 */
export function turnByPage(frame: HTMLIFrameElement, turn: (step: number) => void): void {
  const listen = () =>
    frame.contentWindow?.addEventListener(
      'keydown',
      (event) => {
        const step = STEPS[event.key];
        if (step === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        turn(step);
      },
      { capture: true },
    );
  listen();
  // Each document that the frame loads has a window that begins without listeners.
  frame.addEventListener('load', listen);
}
