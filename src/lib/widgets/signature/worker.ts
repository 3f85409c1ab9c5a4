/** The entry of the worker that learns signatures. */
import type { Request, Told } from './messages';
import { REPORT } from './plan';
import { training } from './training';

const tell = (told: Told) => postMessage(told);

addEventListener('message', ({ data: { own, seed } }: MessageEvent<Request>) => {
  const run = training(own, seed);
  let next = run.next();
  for (; !next.done; next = run.next()) {
    if (next.value.step % REPORT === 0) tell({ type: 'progress', ...next.value });
  }
  tell({ type: 'learned', weights: Float32Array.from(next.value.all) });
});
tell({ type: 'ready' });
