import type { Attempt } from '../tasks/attempt.svelte';
import type { Session } from '../state/session.svelte';
import type { TaskResult } from '../tasks/task';
import { CHANNEL } from './message-channel';
import { VERSION } from './version';
import type { Request } from './requests';

/** What an embedded widget tells its host. */
export type Report =
  | { type: 'ready'; widget: string }
  | { type: 'state'; state: string; outputs: Record<string, number | string>; notices: string[] }
  | ({ type: 'task'; widget: string } & TaskResult)
  | { type: 'height'; height: number }
  | { type: 'picture'; format: 'svg' | 'png'; picture: string }
  | { type: 'refused'; problem: string };

/** The most of an id that a refused message gets back. */
const LONGEST_ID = 200;

/** A report as it is sent, with the id of the request that it answers. */
export type Sent = Report & { channel: typeof CHANNEL; version: typeof VERSION; id?: string };

export const sent = (report: Report, id?: string): Sent => ({
  channel: CHANNEL,
  version: VERSION,
  ...(id === undefined ? {} : { id }),
  ...report,
});

/** The id of a message that may be anything, to answer it by. */
export function idOf(message: unknown): string | undefined {
  const id = typeof message === 'object' && message !== null && 'id' in message ? message.id : undefined;
  return typeof id === 'string' ? id.slice(0, LONGEST_ID) : undefined;
}

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
      // A host's change is not the reader's.
      (attempt ?? session).setQuery(request.state);
      return stateOf(session);
    case 'reset':
      session.reset();
      return stateOf(session);
    case 'getState':
    case 'observe':
      return stateOf(session);
    case 'getTask':
      return attempt && taskOf(attempt);
    // What is seen is asked of the page, and not of the state.
    case 'unobserve':
    case 'getHeight':
    case 'picture':
      return undefined;
  }
}
