import { CHANGEABLE } from '../../learning/settings';
import type { LiveRun } from '../../live/live-run.svelte';
import { Runs } from '../../live/runs.svelte';
import type { Session } from '../../state/session.svelte';
import type { definition } from './definition';
import { measurementsOf, type TrainModel } from './model';
import { lengthOf } from './settings';

export type TrainSession = Session<typeof definition.parameters, TrainModel>;

/** The runs of one figure of this widget. */
export class TrainRuns extends Runs<typeof definition.parameters, TrainModel> {
  #session: TrainSession;

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
    return this.#session.model.runs.map((run, i) => ({ run, live: this.live[i] as LiveRun }));
  }
}
