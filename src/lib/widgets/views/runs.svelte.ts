import { Runs } from '../../live/runs.svelte';
import type { Session } from '../../state/session.svelte';
import type { definition } from './definition';
import { measurementsOf, type ViewsModel } from './model';
import { STEPS } from './settings';

export type ViewsSession = Session<typeof definition.parameters, ViewsModel>;

/** The reader's own run in one figure. Another choice ends it: its row would be of something else. */
export const ownRun = (session: ViewsSession) =>
  new Runs(session, {
    settingsOf: ({ settings }) => [settings],
    measurementsOf: (_, result) => measurementsOf(result),
    lengthOf: () => STEPS,
    changeable: [],
    most: 1,
  });
