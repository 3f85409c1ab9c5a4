import { DigitsError } from './digits';
import { evaluation } from './evaluate';
import { loadDigits } from './load-digits';
import {
  readCommand,
  type Command,
  type Failure,
  type HeldOut,
  type Report,
  type Snapshot,
} from './messages';
import { nearestNeighbours } from './neighbours';
import { hasRows, NEIGHBOURS } from './objective';
import { labelled, picturesOf, type LabelledPictures } from './pictures';
import type { Settings } from './settings';
import { DivergedError, Trainer, type StepReport } from './trainer';

/** A run is evaluated at step 0 and after every so many steps, however fast it is played. */
export const EVALUATE_EVERY = 100;

/** Asked often: where it is time to let others work, a promise to wait for. */
export type Breathe = () => Promise<void> | undefined;

/** A run that is open, with its data. */
interface Run {
  settings: Settings;
  train: LabelledPictures;
  held: LabelledPictures;
  trainer: Trainer;
  neighbours: Uint32Array | undefined;
  reports: StepReport[];
  evaluations: Snapshot['evaluations'];
}

/** A command that asks for what there is not, such as a step before a run is open. */
class RefusedError extends Error {}

/**
 * Trains one network at a time at a page's command: the same in a worker and, where a page may have none, beside the
 * page's own work. Commands are answered one after the other.
 */
export class Engine {
  #post: (report: Report) => void;
  #breathe: Breathe;
  #queue = Promise.resolve();
  #run: Run | undefined;

  constructor(post: (report: Report) => void, breathe: Breathe = () => undefined) {
    this.#post = post;
    this.#breathe = breathe;
  }

  /** Takes what came over a channel. What is no command is answered by a failure. */
  handle(data: unknown): Promise<void> {
    this.#queue = this.#queue.then(async () => {
      const read = readCommand(data);
      if ('problem' in read) {
        this.#post({ ticket: read.ticket, type: 'failed', reason: 'refused', message: read.problem });
        return;
      }
      const { ticket } = read.command;
      try {
        this.#post(await this.#answer(read.command));
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        this.#post({ ticket, type: 'failed', reason: reasonOf(error), message });
      }
    });
    return this.#queue;
  }

  async #answer(command: Command): Promise<Report> {
    const { ticket } = command;
    switch (command.type) {
      case 'open': {
        const held = await this.#open(command);
        return { ticket, type: 'opened', held, snapshot: await this.#snapshot() };
      }
      case 'advance':
        await this.#advance(command.steps);
        return { ticket, type: 'snapshot', snapshot: await this.#snapshot() };
      case 'change': {
        const run = this.#opened;
        run.settings = { ...run.settings, ...command.change };
        await this.#findNeighbours(run, ticket);
        run.trainer.change(command.change, run.neighbours);
        return { ticket, type: 'snapshot', snapshot: await this.#snapshot() };
      }
      case 'rewind':
        this.#begin(this.#opened);
        await this.#evaluate();
        return { ticket, type: 'snapshot', snapshot: await this.#snapshot() };
      case 'restore':
        this.#restore(command.weights, command.steps);
        await this.#evaluate();
        return { ticket, type: 'snapshot', snapshot: await this.#snapshot() };
      case 'network': {
        const { settings, trainer } = this.#opened;
        const weights = Float32Array.from(trainer.weights.all);
        return { ticket, type: 'network', network: { settings, steps: trainer.steps, weights } };
      }
      case 'embed': {
        const { settings, trainer } = this.#opened;
        const pictures = picturesOf(command.grey, settings.side ** 2, { scale: 1 / 255 });
        return { ticket, type: 'embedded', embeddings: trainer.embed(pictures) };
      }
    }
  }

  get #opened(): Run {
    if (!this.#run) throw new RefusedError('no run is open');
    return this.#run;
  }

  async #open({ settings, base, ticket }: Extract<Command, { type: 'open' }>): Promise<HeldOut> {
    const { classes, side } = settings;
    const digits = await loadDigits(classes, {
      side,
      base,
      onprogress: (done, all) => this.#post({ ticket, type: 'progress', what: 'digits', done, all }),
    });
    const scale = { scale: 1 / 255 };
    const train = labelled(
      digits.map((digit) => digit.train),
      side * side,
      scale,
    );
    const held = labelled(
      digits.map((digit) => digit.held),
      side * side,
      scale,
    );
    const draft = { settings, train, held, neighbours: undefined };
    const neighbours = await this.#findNeighbours(draft, ticket);
    const trainer = new Trainer(settings, train, neighbours);
    this.#run = { ...draft, neighbours, trainer, reports: [], evaluations: [] };
    await this.#evaluate();
    return {
      side,
      grey: joined(digits.map((digit) => digit.held)),
      labels: held.labels.slice(),
    };
  }

  /** The neighbours in pixel space, found once for an open run and only where they are needed. */
  async #findNeighbours(
    run: Pick<Run, 'settings' | 'train' | 'neighbours'>,
    ticket: number,
  ): Promise<Uint32Array | undefined> {
    const { loss, pairs } = run.settings;
    if (run.neighbours || loss !== 'contrastive' || pairs !== 'neighbours') return run.neighbours;
    const all = run.train.labels.length;
    const search = nearestNeighbours(run.train.pictures, NEIGHBOURS);
    let next = search.next();
    while (!next.done) {
      if (next.value % 100 === 0) {
        this.#post({ ticket, type: 'progress', what: 'neighbours', done: next.value, all });
      }
      await this.#breathe();
      next = search.next();
    }
    run.neighbours = next.value;
    return next.value;
  }

  #begin(run: Run): void {
    run.trainer = new Trainer(run.settings, run.train, run.neighbours);
    run.reports = [];
    run.evaluations = [];
  }

  #restore(weights: Float32Array, steps: number): void {
    const run = this.#opened;
    if (weights.length !== run.trainer.weights.all.length) {
      throw new RefusedError(
        `${weights.length} weights are given; the open run has ${run.trainer.weights.all.length}`,
      );
    }
    this.#begin(run);
    run.trainer.restore(weights, steps);
  }

  async #advance(steps: number): Promise<void> {
    const run = this.#opened;
    for (let k = 0; k < steps; k++) {
      run.reports.push(run.trainer.step());
      if (run.trainer.steps % EVALUATE_EVERY === 0) await this.#evaluate();
      const pause = this.#breathe();
      if (pause) await pause;
    }
  }

  async #evaluate(): Promise<void> {
    const { trainer, train, held, settings, evaluations } = this.#opened;
    const { dim } = settings;
    const run = evaluation(
      { points: trainer.embed(held.pictures), labels: held.labels, dim },
      { points: trainer.embed(train.pictures), labels: train.labels, dim },
      { nearness: hasRows(settings.loss) || settings.loss === 'infonce' ? 'cosine' : 'euclidean' },
    );
    let next = run.next();
    for (; !next.done; next = run.next()) {
      const pause = this.#breathe();
      if (pause) await pause;
    }
    evaluations.push({ ...next.value, step: trainer.steps });
  }

  async #snapshot(): Promise<Snapshot> {
    const run = this.#opened;
    const { trainer, held, settings, reports, evaluations } = run;
    await this.#breathe();
    run.reports = [];
    run.evaluations = [];
    return {
      steps: trainer.steps,
      dim: settings.dim,
      embeddings: trainer.embed(held.pictures),
      rows: Float64Array.from(trainer.weights.rows),
      reports,
      evaluations,
    };
  }
}

function reasonOf(error: unknown): Failure {
  if (error instanceof DigitsError) return error.reason;
  return error instanceof DivergedError ? 'diverged' : 'refused';
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  for (const part of parts) {
    out.set(part, end);
    end += part.length;
  }
  return out;
}
