/**
 * For pages that show widgets in frames: gives each frame the height that its widget tells. Needs nothing else, and asks on
 * arrival, since a widget may have told it before.
 */
import { CHANNEL } from './message-channel';
import { VERSION } from './version';

const HIGHEST = 10_000;

const frames = () => document.querySelectorAll('iframe');

addEventListener('message', ({ data, source }) => {
  if (data?.channel !== CHANNEL || data.type !== 'height' || !(data.height > 0)) return;
  for (const frame of frames()) {
    if (frame.contentWindow === source) frame.style.height = `${Math.min(data.height, HIGHEST)}px`;
  }
});
for (const { contentWindow } of frames())
  contentWindow?.postMessage({ channel: CHANNEL, version: VERSION, type: 'getHeight' }, '*');
