import { noWeights, type Weights } from '../../learning/weights';
import type { Request, Told } from './messages';
import { REPORT, SHAPE, type Progress } from './plan';

/** A training under way. */
export interface Learning {
  weights: Promise<Weights>;
  stop(): void;
}

/** Milliseconds of work between two turns of the page, where there is no worker. */
const SLICE = 6;

/** Trains on the reader's signatures: in a worker, or where the browser gives none, beside the page's own work. */
export function learn(request: Request, onprogress: (progress: Progress) => void): Learning {
  let stop: () => void = () => undefined;
  const weights = inWorker(request, onprogress, (end) => (stop = end)).catch(() =>
    besidePage(request, onprogress, (end) => (stop = end)),
  );
  return { weights, stop: () => stop() };
}

function inWorker(
  request: Request,
  onprogress: (progress: Progress) => void,
  stoppable: (end: () => void) => void,
): Promise<Weights> {
  return new Promise((resolve, reject) => {
    // Throws where the page's origin is not that of the script, as in a sandboxed frame.
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    stoppable(() => worker.terminate());
    worker.addEventListener('error', (event) => {
      worker.terminate();
      reject(new Error(event.message));
    });
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.type === 'ready') worker.postMessage(request);
      if (data.type === 'progress') onprogress(data);
      if (data.type !== 'learned') return;
      worker.terminate();
      const weights = noWeights(SHAPE);
      weights.all.set(data.weights);
      resolve(weights);
    });
  });
}

async function besidePage(
  { own, seed }: Request,
  onprogress: (progress: Progress) => void,
  stoppable: (end: () => void) => void,
): Promise<Weights> {
  let stopped = false;
  stoppable(() => (stopped = true));
  const { training } = await import('./training');
  const run = training(own, seed);
  for (let started = performance.now(); ;) {
    const next = run.next();
    if (next.done) return next.value;
    if (next.value.step % REPORT === 0) onprogress(next.value);
    if (performance.now() - started < SLICE) continue;
    await new Promise((resume) => setTimeout(resume));
    if (stopped) return new Promise(() => undefined);
    started = performance.now();
  }
}
