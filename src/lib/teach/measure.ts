import { CHANNEL } from '../embed/message-channel';
import { heightsBy, type Heights } from '../embed/iframe-heights';

/** Milliseconds after which a frame that says nothing is given up. */
const PATIENCE = 10_000;

/** Waits until the widget in a frame says that it is ready. */
function ready(frame: HTMLIFrameElement): Promise<void> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => finish(() => fail(new Error('the frame did not answer'))), PATIENCE);
    const hear = ({ source, data }: MessageEvent) => {
      if (source === frame.contentWindow && data?.channel === CHANNEL && data.type === 'ready') finish(done);
    };
    const finish = (then: () => void) => {
      clearTimeout(timer);
      removeEventListener('message', hear);
      then();
    };
    addEventListener('message', hear);
  });
}

/** How high the frame of an embed of this site must be, found by trying it out of sight at all widths. */
export async function measureHeights(address: string): Promise<Heights> {
  const frame = document.createElement('iframe');
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  frame.title = 'Measuring';
  frame.style.cssText = 'position:fixed;inset:0 auto auto 0;height:300px;visibility:hidden;border:0';
  frame.src = address;
  document.body.append(frame);
  try {
    await ready(frame);
    const inside = frame.contentDocument;
    if (!inside) throw new Error('the frame cannot be looked into');
    await inside.fonts.ready;
    // Hint and explanation shall have room when the student unfolds them.
    for (const part of inside.querySelectorAll<HTMLDetailsElement>('details[data-part]')) part.open = true;
    return heightsBy((width) => {
      frame.style.width = `${width}px`;
      return inside.body.getBoundingClientRect().height;
    });
  } finally {
    frame.remove();
  }
}
