import type { Attempt } from '../state/attempt.svelte';
import type { Session } from '../state/session.svelte';
import type { TaskResult } from '../state/task';
import { CHANNEL } from './channel';
import { VERSION } from './embed-options';
import type { Request } from './requests';

/** What an embedded widget tells its host. */
export type Report =
  | { type: 'ready'; widget: string }
  | { type: 'state'; state: string; outputs: Record<string, number | string>; notices: string[] }
  | ({ type: 'task'; widget: string } & TaskResult)
  | { type: 'height'; height: number };

/** A report as it is sent, with the id of the request that it answers. */
export type Sent = Report & { channel: typeof CHANNEL; version: typeof VERSION; id?: string };

export const sent = (report: Report, id?: string): Sent => ({
  channel: CHANNEL,
  version: VERSION,
  ...(id === undefined ? {} : { id }),
  ...report,
});

/** The present state of a widget, its outputs and what it could not read. */
export function stateOf(session: Session): Report {
  const outputs = Object.keys(session.definition.outputs).map(
    (name) => [name, session.output(name)] as const,
  );
  return {
    type: 'state',
    state: session.fullQuery,
    outputs: Object.fromEntries(outputs),
    notices: session.notices.map(({ message }) => message),
  };
}

/** What the reader has made of the widget's task. */
export function taskOf(attempt: Attempt): Report {
  return { type: 'task', widget: attempt.session.definition.id, ...attempt.result };
}

/**
 * Does what a request asks and says what to answer. A request can do no more than set a valid state. One for a task is
 * not answered where there is none.
 */
export function answer(session: Session, request: Request, attempt?: Attempt): Report | undefined {
  switch (request.type) {
    case 'setState':
      session.setQuery(request.state);
      return stateOf(session);
    case 'reset':
      session.reset();
      return stateOf(session);
    case 'getState':
    case 'observe':
      return stateOf(session);
    case 'getTask':
      return attempt && taskOf(attempt);
    case 'unobserve':
      return undefined;
  }
}
