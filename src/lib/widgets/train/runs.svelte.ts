import { CHANGEABLE } from '../../learning/settings';
import type { LiveRun } from '../../live/live-run.svelte';
import { Runs } from '../../live/runs.svelte';
import type { Session } from '../../state/session.svelte';
import type { definition } from './definition';
import { measurementsOf, type TrainModel } from './model';
import { loadRecordedDigits, type DigitGreys } from './recorded-digits';
import { lengthOf } from './settings';

export type TrainSession = Session<typeof definition.parameters, TrainModel>;

/** The runs of one figure of this widget. */
export class TrainRuns extends Runs<typeof definition.parameters, TrainModel> {
  #session: TrainSession;
  /** The digits behind the points of recorded runs, and whose they are. */
  #recorded = $state.raw<{ key: string; digits: readonly DigitGreys[] }>();

  constructor(session: TrainSession) {
    super(session, {
      settingsOf: ({ runs }) => runs.map(({ settings }) => settings),
      measurementsOf,
      lengthOf,
      changeable: CHANGEABLE,
      most: 2,
    });
    this.#session = session;
  }

  /** The runs that the present values ask for. */
  get shown() {
    const { key, digits } = this.#recorded ?? {};
    return this.#session.model.runs.map((run, i) => ({
      run,
      live: this.live[i] as LiveRun,
      recorded: key === this.key ? digits?.[i] : undefined,
    }));
  }

  /** Loads the digits themselves: those behind what is recorded, which stays, or a run with them where nothing is. */
  async loadDigits(): Promise<void> {
    const { runs } = this.#session.model;
    const { key } = this;
    if (runs.some(({ recorded }) => !recorded)) return this.wake();
    if (this.#recorded?.key === key) return;
    try {
      const load = ({ settings }: (typeof runs)[number]) =>
        loadRecordedDigits(settings, this.#session.readFile);
      const digits = await Promise.all(runs.map(load));
      // Others may have been asked for meanwhile.
      if (key === this.key) this.#recorded = { key, digits };
    } catch {
      // A run says what cannot be loaded, and offers another try.
      if (key === this.key) await this.wake();
    }
  }
}
