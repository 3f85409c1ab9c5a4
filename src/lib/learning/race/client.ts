import { digitsBy, siteFolder, type ReadFile } from '../site-files';
import type { PageRun, RaceReport } from './page-run';
import { NETWORK, SPLITS } from './protocol';
import type { RaceResult } from './result';

/** How long a run beside the page's own work goes on before it lets the page have a turn, in milliseconds. */
const SLICE = 6;

/**
 * Makes one run of the race, in a worker; where the browser gives none, as in a sandboxed frame, beside the page's own work
 * in short slices.
 *
 * @param onprogress from 0 to 1
 * @param signal ends the run, which then never answers
 * @param readFile reads the digits where they are not to be loaded from the site
 * @throws Error in words where the digits cannot be loaded, or a worker breaks down
 */
export async function raceFrom(
  asked: Omit<PageRun, 'base' | 'files'>,
  onprogress: (share: number) => void,
  signal: AbortSignal,
  readFile?: ReadFile,
): Promise<RaceResult> {
  const digits = [...asked.run.learned, ...SPLITS[asked.split]];
  const files = readFile && (await digitsBy(readFile, digits, NETWORK.side));
  const run: PageRun = { ...asked, base: siteFolder(), files };
  let worker: Worker;
  try {
    worker = await greeted();
  } catch {
    return besidePage(run, onprogress, signal);
  }
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => worker.terminate());
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.addEventListener('message', ({ data }: MessageEvent<RaceReport>) => {
      if (data.type === 'progress') onprogress(data.share);
      if (data.type === 'failed') reject(new Error(data.message));
      if (data.type === 'finished') resolve(data.result);
      if (data.type === 'failed' || data.type === 'finished') worker.terminate();
    });
    worker.postMessage(run);
  });
}

/** A worker that has said hello. */
function greeted(): Promise<Worker> {
  // Throws where the page's origin is not that of the script, as in a sandboxed frame.
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    const listening = new AbortController();
    worker.addEventListener('message', () => (listening.abort(), resolve(worker)), listening);
    worker.addEventListener(
      'error',
      ({ message }) => (worker.terminate(), reject(new Error(message))),
      listening,
    );
  });
}

async function besidePage(
  run: PageRun,
  onprogress: (share: number) => void,
  signal: AbortSignal,
): Promise<RaceResult> {
  const { raceInPage } = await import('./page-run');
  let started = performance.now();
  return raceInPage(run, onprogress, () => {
    if (signal.aborted) return new Promise(() => undefined);
    if (performance.now() - started < SLICE) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        started = performance.now();
        resolve();
      });
    });
  });
}
