import type { OnProgress, Training, TrainingError } from '../learning/client';
import type { ReadFile } from '../learning/site-files';
import type { HeldOut, Snapshot } from '../learning/messages';
import type { SavedNetwork } from '../learning/saved';
import type { Change, Settings } from '../learning/settings';
import type { StepReport } from '../learning/trainer';
import { lastOf, type Result } from './result';

/** How far a run is from being ready, for the reader. */
export type Status =
  | { at: 'rest' }
  | { at: 'loading'; what: 'digits' | 'neighbours'; share: number }
  | { at: 'ready' }
  | { at: 'failed'; message: string; canRetry: boolean };

/** What runs of one widget have in common. */
export interface Rules {
  /** Steps after which a run comes to rest, and again after as many. */
  lengthOf: (settings: Settings) => number;
  /** The settings by which a run goes on when they change; with others it is another run. */
  changeable: readonly (keyof Change)[];
}

/** One network in training in this page: what it has come to, and what it is told to do. One command at a time. */
export class LiveRun {
  status = $state.raw<Status>({ at: 'rest' });
  snapshot = $state.raw<Snapshot>();
  held = $state.raw<HeldOut>();
  /** Every step so far. Grows in place: whoever reads it reads the snapshot too. */
  readonly steps: StepReport[] = [];

  #rules: Rules;
  #training: Training | undefined;
  #settings: Settings | undefined;
  #evaluation: Snapshot['evaluations'][number] | undefined;
  #look: Snapshot['looks'][number] | undefined;
  /** Grows when another run begins, so that an answer to an earlier one is passed over. */
  #turn = 0;
  #busy: Promise<unknown> = Promise.resolve();

  constructor(rules: Rules) {
    this.#rules = rules;
  }

  get settings(): Settings | undefined {
    return this.#settings;
  }

  /** The run so far; nothing before its first step. */
  get result(): Result | undefined {
    const steps = this.snapshot?.steps ?? 0;
    if (steps === 0 || !this.#evaluation) return undefined;
    const { step, ...found } = this.#evaluation;
    return { steps, ...(this.steps.length > 0 && lastOf(this.steps)), ...found, measured: step };
  }

  /** What two towers had come to when they were last looked at. */
  get look(): Snapshot['looks'][number] | undefined {
    return this.#look;
  }

  /** Whether a run of these settings is this one, or can become it on the way. */
  suits(settings: Settings): boolean {
    const own = this.#settings;
    if (!own) return false;
    const rest = (s: Settings) =>
      JSON.stringify(
        Object.entries(s).filter(([name]) => !(this.#rules.changeable as readonly string[]).includes(name)),
      );
    return rest(own) === rest(settings);
  }

  /**
   * Loads what a run needs and begins it at its seed.
   * @param readFile how to read a file where the site is not at hand
   */
  open(settings: Settings, readFile?: ReadFile): Promise<void> {
    this.close();
    this.#settings = settings;
    this.status = { at: 'loading', what: 'digits', share: 0 };
    return this.#do(async (turn) => {
      // Most readers of the figure look at its recorded runs.
      const { Training } = await import('../learning/client');
      if (turn !== this.#turn) return;
      const training = new Training();
      this.#training = training;
      const { held, snapshot } = await training.open(settings, this.#progress(turn), readFile);
      if (turn !== this.#turn) return;
      this.held = held;
      this.#take(snapshot);
    });
  }

  /**
   * Up to `count` steps once the run is ready, and not beyond the next place to rest; whether there is more to do.
   * A run that cannot be made ready, or is closed before it is, takes none.
   */
  async advance(count: number): Promise<boolean> {
    let isMore = false;
    await this.#do(async (turn) => {
      const settings = this.#settings;
      const at = this.snapshot?.steps;
      if (!settings || at === undefined || this.status.at === 'failed') return;
      const length = this.#rules.lengthOf(settings);
      const left = length - (at % length);
      const snapshot = await this.#training?.advance(Math.min(count, left));
      if (turn !== this.#turn || !snapshot) return;
      this.#take(snapshot);
      isMore = count < left;
    });
    return isMore;
  }

  /** Goes on by the rules of other settings, of which only what may change on the way is different. */
  change(settings: Settings): Promise<void> {
    const own = this.#settings;
    const differing = this.#rules.changeable.filter((name) => own?.[name] !== settings[name]);
    if (!own || differing.length === 0) return Promise.resolve();
    this.#settings = settings;
    const change = Object.fromEntries(differing.map((name) => [name, settings[name]])) as Change;
    return this.#do(async (turn) => {
      const snapshot = await this.#training?.change(change, this.#progress(turn));
      if (turn === this.#turn && snapshot) this.#take(snapshot);
    });
  }

  rewind(): Promise<void> {
    return this.#do(async (turn) => {
      const snapshot = await this.#training?.rewind();
      if (turn !== this.#turn || !snapshot) return;
      this.steps.length = 0;
      this.#take(snapshot);
    });
  }

  network(): Promise<SavedNetwork> | undefined {
    return this.#training?.network();
  }

  /** Goes on from a saved network of the same shape. */
  restore(saved: SavedNetwork): Promise<void> {
    return this.#do(async (turn) => {
      const snapshot = await this.#training?.restore(saved);
      if (turn !== this.#turn || !snapshot) return;
      this.steps.length = 0;
      this.#take(snapshot);
    });
  }

  /** Gives everything back; the run can be opened again. */
  close(): void {
    this.#turn++;
    this.#training?.close();
    this.#training = undefined;
    this.#settings = undefined;
    this.#evaluation = undefined;
    this.#look = undefined;
    this.snapshot = undefined;
    this.steps.length = 0;
    this.status = { at: 'rest' };
  }

  #take(snapshot: Snapshot): void {
    this.steps.push(...snapshot.reports);
    this.#evaluation = snapshot.evaluations.at(-1) ?? this.#evaluation;
    this.#look = snapshot.looks.at(-1) ?? this.#look;
    this.snapshot = snapshot;
    this.status = { at: 'ready' };
  }

  #progress(turn: number): OnProgress {
    return (what, done, all) => {
      if (turn === this.#turn) this.status = { at: 'loading', what, share: done / Math.max(1, all) };
    };
  }

  /** Does one thing after the other, and says what failed. */
  #do(work: (turn: number) => Promise<void>): Promise<void> {
    const turn = this.#turn;
    const next = this.#busy.then(async () => {
      if (turn !== this.#turn) return;
      try {
        await work(turn);
      } catch (error) {
        if (turn !== this.#turn) return;
        const message = error instanceof Error ? error.message : String(error);
        const reason = isTrainingError(error) ? error.reason : 'stopped';
        this.status = { at: 'failed', message: inWords(reason, message), canRetry: reason !== 'refused' };
      }
    });
    this.#busy = next;
    return next;
  }
}

const isTrainingError = (error: unknown): error is TrainingError =>
  error instanceof Error && error.name === 'TrainingError';

function inWords(reason: TrainingError['reason'], message: string): string {
  switch (reason) {
    case 'unreachable':
      return 'The digits could not be loaded. Is there a connection?';
    case 'malformed':
      return 'What came instead of the digits cannot be read.';
    case 'diverged':
      return 'The numbers have grown beyond all bounds. A smaller learning rate keeps them in hand; rewind to begin again.';
    default:
      return `The training stopped: ${message}.`;
  }
}
