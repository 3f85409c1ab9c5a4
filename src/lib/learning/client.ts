import type { Command, Failure, HeldOut, Report, Snapshot } from './messages';
import { readReport } from './messages';
import type { SavedNetwork } from './saved';
import type { Change, Settings } from './settings';
import { digitsBy, siteFolder, type ReadFile } from './site-files';

/** Why a command came to nothing. `stopped`: the worker broke down, or the training was closed. */
export class TrainingError extends Error {
  override readonly name = 'TrainingError';
  readonly reason: Failure | 'stopped';

  constructor(reason: Failure | 'stopped', message: string) {
    super(message);
    this.reason = reason;
  }
}

export type OnProgress = (what: 'digits' | 'neighbours', done: number, all: number) => void;

/** Either end of the line to an engine. */
interface Line {
  send(command: Command): void;
  close(): void;
}

interface Waiting {
  resolve(report: Report): void;
  reject(error: TrainingError): void;
  onprogress: OnProgress | undefined;
}

/** How long the page's own engine works before it lets the page have a turn, in milliseconds. */
const SLICE = 6;

type Asked<T extends Command['type']> = Omit<Extract<Command, { type: T }>, 'ticket' | 'type'>;
type Answered<T extends Report['type']> = Extract<Report, { type: T }>;

/**
 * A network in training, for a page: commands as promises. It runs in a worker; where the browser gives none, as in a
 * sandboxed frame, beside the page's own work in short slices.
 *
 * @example
 * const training = new Training();
 * const { snapshot } = await training.open({ ...DEFAULTS, seed: 7 });
 * const later = await training.advance(100);
 * training.close();
 */
export class Training {
  #waiting = new Map<number, Waiting>();
  #tickets = 0;
  #line: Promise<Line> | undefined;
  #closed = false;

  /**
   * Loads the digits and begins a run from its seed; again after a failure, or for another run.
   * @param readFile reads the digits where they are not to be loaded from the site
   */
  async open(
    settings: Settings,
    onprogress?: OnProgress,
    readFile?: ReadFile,
  ): Promise<{ held: HeldOut; snapshot: Snapshot }> {
    const files = readFile && (await digitsBy(readFile, settings.classes, settings.side));
    return this.#ask('open', 'opened', { settings, base: siteFolder(), files }, onprogress);
  }

  /** @param steps a whole number from 1 to 10,000 */
  async advance(steps: number): Promise<Snapshot> {
    return (await this.#ask('advance', 'snapshot', { steps })).snapshot;
  }

  /** Goes on by other rules with the network as it is. */
  async change(change: Change, onprogress?: OnProgress): Promise<Snapshot> {
    return (await this.#ask('change', 'snapshot', { change }, onprogress)).snapshot;
  }

  /** Back to the seed, by the present rules. */
  async rewind(): Promise<Snapshot> {
    return (await this.#ask('rewind', 'snapshot', {})).snapshot;
  }

  async network(): Promise<SavedNetwork> {
    return (await this.#ask('network', 'network', {})).network;
  }

  /** Puts a saved network of the same shape instead of the present one. */
  async restore({ steps, weights }: SavedNetwork): Promise<Snapshot> {
    return (await this.#ask('restore', 'snapshot', { steps, weights })).snapshot;
  }

  /**
   * Embeds pictures that are no part of the data.
   * @param grey count × side² bytes, 0 for paper and 255 for ink
   */
  async embed(grey: Uint8Array): Promise<Float64Array> {
    return (await this.#ask('embed', 'embedded', { grey })).embeddings;
  }

  /** Ends the training; what is under way fails as `stopped`. */
  close(): void {
    this.#closed = true;
    void this.#line?.then((line) => line.close());
    this.#fail('the training was closed');
  }

  async #ask<T extends Command['type'], R extends Report['type']>(
    type: T,
    expected: R,
    fields: Asked<T>,
    onprogress?: OnProgress,
  ): Promise<Answered<R>> {
    if (this.#closed) throw new TrainingError('stopped', 'the training was closed');
    this.#line ??= connect(
      (report) => this.#receive(report),
      () => this.#fail('the training stopped by an error'),
    );
    const line = await this.#line;
    if (this.#closed) throw new TrainingError('stopped', 'the training was closed');
    const ticket = ++this.#tickets;
    const report = await new Promise<Report>((resolve, reject) => {
      this.#waiting.set(ticket, { resolve, reject, onprogress });
      line.send({ ...fields, type, ticket } as unknown as Command);
    });
    if (report.type !== expected) throw new TrainingError('stopped', `the answer is ${report.type}`);
    return report as Answered<R>;
  }

  #receive(report: Report): void {
    if (report.type === 'hello') return;
    const waiting = this.#waiting.get(report.ticket);
    if (!waiting) return;
    if (report.type === 'progress') {
      waiting.onprogress?.(report.what, report.done, report.all);
      return;
    }
    this.#waiting.delete(report.ticket);
    if (report.type === 'failed') waiting.reject(new TrainingError(report.reason, report.message));
    else waiting.resolve(report);
  }

  #fail(message: string): void {
    for (const waiting of this.#waiting.values()) waiting.reject(new TrainingError('stopped', message));
    this.#waiting.clear();
  }
}

/** A worker where the browser gives one, else an engine of the page's own. */
async function connect(receive: (report: Report) => void, broken: () => void): Promise<Line> {
  try {
    return await toWorker(receive, broken);
  } catch {
    return besidePage(receive);
  }
}

function toWorker(receive: (report: Report) => void, broken: () => void): Promise<Line> {
  // Throws where the page's origin is not that of the script, as in a sandboxed frame.
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    let greeted = false;
    worker.addEventListener('message', ({ data }) => {
      const report = readReport(data);
      if (report?.type === 'hello') {
        greeted = true;
        resolve({ send: (command) => worker.postMessage(command), close: () => worker.terminate() });
      } else if (report) receive(report);
    });
    worker.addEventListener('error', (event) => {
      worker.terminate();
      if (greeted) broken();
      else reject(new Error(event.message));
    });
  });
}

async function besidePage(receive: (report: Report) => void): Promise<Line> {
  const { Engine } = await import('./engine');
  let closed = false;
  let started = performance.now();
  const engine = new Engine(receive, () => {
    // Ends what is under way.
    if (closed) throw new Error('the training was closed');
    if (performance.now() - started < SLICE) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        started = performance.now();
        resolve();
      });
    });
  });
  return { send: (command) => void engine.handle(command), close: () => void (closed = true) };
}
