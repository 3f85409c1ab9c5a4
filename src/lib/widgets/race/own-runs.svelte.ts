import type { Measurements } from '../../state/define';
import type { Session } from '../../state/session.svelte';
import type { ContenderId } from '../../learning/race/contenders';
import type { definition } from './definition';
import { MEASURE_FACTS } from './measures';
import { isTuned, type RaceModel } from './model';
import { placeOf, rowOf, type Row } from './record';

export type RaceSession = Session<typeof definition.parameters, RaceModel>;

/** A run that was made in this page, and where it belongs. */
interface OwnRun {
  id: ContenderId;
  seed: number;
  test: string;
  batch: string;
  isTuned: boolean;
  row: Row;
}

export type OwnStatus = { at: 'rest' } | { at: 'running'; share: number } | { at: 'failed'; message: string };

/** The reader's own runs, by the protocol of the recorded ones. */
export class OwnRuns {
  status = $state.raw<OwnStatus>({ at: 'rest' });
  #all = $state.raw<readonly OwnRun[]>([]);
  #session: RaceSession;
  #running: AbortController | undefined;

  constructor(session: RaceSession) {
    this.#session = session;
  }

  /**
   * Those that belong to what is shown, each with its number by the measure that is shown. They follow from the values
   * alone: the model tells of the last of them, and would go round in a circle with them.
   */
  get shown(): { id: ContenderId; seed: number; value: number }[] {
    const { metric, digits, test, batch, tuned } = this.#session.values;
    return this.#all
      .filter((run) => run.test === test && run.batch === batch && run.isTuned === isTuned(tuned, run.id))
      .map(({ id, seed, row }) => ({
        id,
        seed,
        value: MEASURE_FACTS[metric].factor * (row[placeOf(metric, digits)] as number),
      }));
  }

  /** What the session is told of the last of them. */
  get measurements(): Measurements | null {
    const last = this.shown.at(-1);
    return last ? { own: last.value } : null;
  }

  /** Trains once more, by the settings that the figure shows for the loss. */
  async run(): Promise<void> {
    this.stop();
    const { loss, seed, test, batch } = this.#session.values;
    const lane = this.#session.model.lanes.find(({ id }) => id === loss);
    if (!lane) return;
    const running = new AbortController();
    this.#running = running;
    this.status = { at: 'running', share: 0 };
    try {
      const [{ raceFrom }, { BATCHES, learnedOf }] = await Promise.all([
        import('../../learning/race/client'),
        import('../../learning/race/protocol'),
      ]);
      const { setting, rate } = lane;
      const result = await raceFrom(
        { split: test, run: { loss, setting, rate, learned: learnedOf(test), each: BATCHES[batch], seed } },
        (share) => {
          if (!running.signal.aborted) this.status = { at: 'running', share };
        },
        running.signal,
        this.#session.readFile,
      );
      if (running.signal.aborted) return;
      this.#all = [...this.#all, { id: loss, seed, test, batch, isTuned: lane.isTuned, row: rowOf(result) }];
      this.status = { at: 'rest' };
    } catch (error) {
      if (running.signal.aborted) return;
      this.status = { at: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Ends a run that is under way. */
  stop(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.status = { at: 'rest' };
  }
}
