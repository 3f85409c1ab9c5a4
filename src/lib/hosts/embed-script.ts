/** For pages that show widgets in frames: gives each frame the height that its widget tells. Needs nothing else. */
import { CHANNEL } from './channel';

const HIGHEST = 10_000;

addEventListener('message', ({ data, source }) => {
  if (data?.channel !== CHANNEL || data.type !== 'height' || !(data.height > 0)) return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source) frame.style.height = `${Math.min(data.height, HIGHEST)}px`;
  }
});
