import { lastOf } from '../../live/result';
import { Runs } from '../../live/runs.svelte';
import type { Session } from '../../state/session.svelte';
import type { definition } from './definition';
import { measurementsOf, type ModalitiesModel } from './model';

export type ModalitiesSession = Session<typeof definition.parameters, ModalitiesModel>;

/** The reader's own run in one figure. Another loss, batch or seed ends it. */
export const ownRun = (session: ModalitiesSession) =>
  new Runs(session, {
    settingsOf: ({ settings }) => [settings],
    measurementsOf: (_, { steps }, { steps: reports, look }) =>
      measurementsOf(steps, reports.length > 0 ? lastOf(reports).loss : undefined, look),
    lengthOf: () => session.model.length,
    changeable: [],
    most: 1,
  });
