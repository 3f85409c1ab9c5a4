import { DigitsError } from './digits';
import { learnerOf, type Learner } from './learner';
import { loadDigits } from './load-digits';
import { lookedAt, measurement, type Looked } from './measure';
import {
  readCommand,
  type Command,
  type Failure,
  type HeldOut,
  type Report,
  type Snapshot,
} from './messages';
import { nearestNeighbours } from './top-k';
import { NEIGHBOURS } from './objective';
import { greysOf, labelled, picturesOf, type LabelledPictures } from './pictures';
import { hasTwoTowers, type Settings } from './settings';
import { Towers } from './towers';
import { DivergedError, Trainer, type StepReport } from './trainer';

/** A run is evaluated at step 0 and after every so many steps, however fast it is played. */
export const EVALUATE_EVERY = 100;

/** Asked often: where it is time to let others work, a promise to wait for. */
export type YieldToEventLoop = () => Promise<void> | undefined;

/** A run that is open, with its data. */
interface Run {
  settings: Settings;
  train: LabelledPictures;
  looked: Looked;
  learner: Learner;
  neighbours: Uint32Array | undefined;
  reports: StepReport[];
  evaluations: Snapshot['evaluations'];
  looks: Snapshot['looks'];
}

/** A command that asks for what there is not, such as a step before a run is open. */
class RefusedError extends Error {}

/**
 * Trains one network at a time at a page's command: the same in a worker and, where a page may have none, beside the
 * page's own work. Commands are answered one after the other.
 */
export class Engine {
  #post: (report: Report) => void;
  #yieldToEventLoop: YieldToEventLoop;
  #queue = Promise.resolve();
  #run: Run | undefined;

  constructor(post: (report: Report) => void, yieldToEventLoop: YieldToEventLoop = () => undefined) {
    this.#post = post;
    this.#yieldToEventLoop = yieldToEventLoop;
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
        const trainer = trainerOf(run);
        if (command.change.loss && hasTwoTowers(command.change.loss)) {
          throw new RefusedError(
            `one network cannot become two towers, which ${command.change.loss} asks for`,
          );
        }
        run.settings = { ...run.settings, ...command.change };
        await this.#findNeighbours(run, ticket);
        trainer.change(command.change, run.neighbours);
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
        const { settings } = this.#opened;
        const trainer = trainerOf(this.#opened);
        const weights = Float32Array.from(trainer.weights.all);
        return { ticket, type: 'network', network: { settings, steps: trainer.steps, weights } };
      }
      case 'embed': {
        const run = this.#opened;
        const pictures = picturesOf(command.grey, run.settings.side ** 2, { scale: 1 / 255 });
        return { ticket, type: 'embedded', embeddings: trainerOf(run).embed(pictures) };
      }
    }
  }

  get #opened(): Run {
    if (!this.#run) throw new RefusedError('no run is open');
    return this.#run;
  }

  async #open({ settings, base, files, ticket }: Extract<Command, { type: 'open' }>): Promise<HeldOut> {
    const { classes, side } = settings;
    const digits = await loadDigits(classes, {
      side,
      base,
      files,
      onprogress: (done, all) => this.#post({ ticket, type: 'progress', what: 'digits', done, all }),
    });
    const scale = { scale: 1 / 255 };
    const train = labelled(
      digits.map((digit) => digit.train),
      side * side,
      scale,
    );
    const all = labelled(
      digits.map((digit) => digit.held),
      side * side,
      scale,
    );
    const looked = lookedAt(settings, train, all);
    const draft = { settings, train, looked, neighbours: undefined };
    const neighbours = await this.#findNeighbours(draft, ticket);
    const learner = learnerOf(settings, train, neighbours);
    this.#run = { ...draft, neighbours, learner, reports: [], evaluations: [], looks: [] };
    await this.#evaluate();
    return {
      side,
      grey: greysOf(looked.held.pictures),
      labels: looked.held.labels.slice(),
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
      await this.#yieldToEventLoop();
      next = search.next();
    }
    run.neighbours = next.value;
    return next.value;
  }

  #begin(run: Run): void {
    run.learner = learnerOf(run.settings, run.train, run.neighbours);
    run.reports = [];
    run.evaluations = [];
    run.looks = [];
  }

  #restore(weights: Float32Array, steps: number): void {
    const run = this.#opened;
    const { length } = trainerOf(run).weights.all;
    if (weights.length !== length) {
      throw new RefusedError(`${weights.length} weights are given; the open run has ${length}`);
    }
    this.#begin(run);
    trainerOf(run).restore(weights, steps);
  }

  async #advance(steps: number): Promise<void> {
    const run = this.#opened;
    for (let k = 0; k < steps; k++) {
      run.reports.push(run.learner.step());
      if (run.learner.steps % EVALUATE_EVERY === 0) await this.#evaluate();
      const pause = this.#yieldToEventLoop();
      if (pause) await pause;
    }
  }

  async #evaluate(): Promise<void> {
    const { learner, looked, evaluations, looks } = this.#opened;
    const step = learner.steps;
    if (learner instanceof Towers) {
      looks.push({ ...learner.look(looked.held), step });
      return;
    }
    const run = measurement(learner, looked);
    let next = run.next();
    for (; !next.done; next = run.next()) {
      const pause = this.#yieldToEventLoop();
      if (pause) await pause;
    }
    evaluations.push({ ...next.value, step });
  }

  async #snapshot(): Promise<Snapshot> {
    const run = this.#opened;
    const { learner, looked, settings, reports, evaluations, looks } = run;
    const isOne = learner instanceof Trainer;
    await this.#yieldToEventLoop();
    run.reports = [];
    run.evaluations = [];
    run.looks = [];
    return {
      steps: learner.steps,
      dim: settings.dim,
      embeddings: isOne ? learner.embed(looked.held.pictures) : new Float64Array(0),
      rows: Float64Array.from(isOne ? learner.weights.rows : []),
      reports,
      evaluations,
      looks,
    };
  }
}

/** The trainer of a run of one network. */
function trainerOf({ learner }: Run): Trainer {
  if (learner instanceof Trainer) return learner;
  throw new RefusedError('the open run is of two towers; that of one network is needed');
}

function reasonOf(error: unknown): Failure {
  if (error instanceof DigitsError) return error.reason;
  return error instanceof DivergedError ? 'diverged' : 'refused';
}
