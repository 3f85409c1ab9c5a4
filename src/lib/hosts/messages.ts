import * as v from 'valibot';
import type { Attempt } from '../state/attempt.svelte';
import type { Session } from '../state/session.svelte';
import type { TaskResult } from '../state/task';
import { CHANNEL } from './channel';
import { VERSION } from './embed-options';

const base = { channel: v.literal(CHANNEL), version: v.literal(VERSION), id: v.optional(v.string()) };

/** What a host page may ask. A state is a query such as `m=1.2&y=1`. */
const Request = v.variant('type', [
  v.object({ ...base, type: v.literal('getState') }),
  v.object({ ...base, type: v.literal('setState'), state: v.pipe(v.string(), v.maxLength(20_000)) }),
  v.object({ ...base, type: v.literal('observe') }),
  v.object({ ...base, type: v.literal('unobserve') }),
  v.object({ ...base, type: v.literal('reset') }),
  v.object({ ...base, type: v.literal('getTask') }),
]);

export type Request = v.InferOutput<typeof Request>;

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

/**
 * Reads a message of a host page: the request, a reason to refuse it, or nothing for what is not ours at all.
 */
export function readRequest(data: unknown): { request: Request } | { problem: string } | undefined {
  const isOurs = typeof data === 'object' && data !== null && 'channel' in data && data.channel === CHANNEL;
  if (!isOurs) return undefined;
  const result = v.safeParse(Request, data);
  if (result.success) return { request: result.output };
  const [issue] = result.issues;
  return { problem: `${v.getDotPath(issue) ?? 'message'}: ${issue.message}` };
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
