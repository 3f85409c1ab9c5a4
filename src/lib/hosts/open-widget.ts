import { Attempt } from '../state/attempt.svelte';
import type { Definition } from '../state/define';
import { readTask } from '../state/read-task';
import { Session } from '../state/session.svelte';
import { readEmbedOptions, type EmbedOptions } from './embed-options';

/** A widget as a host shows it. */
export interface OpenWidget {
  session: Session;
  /** The reader's attempt at the task, where the host asks for one. */
  attempt: Attempt | undefined;
  options: EmbedOptions;
}

/**
 * Opens a widget in the state that an address asks for. A task says by itself where it starts; the state of the address
 * is then one that the reader has come to. A task that cannot be read is reported and left out.
 */
export function openWidget(definition: Definition, search: string, task?: string): OpenWidget {
  const options = readEmbedOptions(definition, search);
  const text = task ?? options.task;
  const read = text === undefined ? undefined : readTask(definition, text);
  const notices = [...options.notices];
  if (read && 'task' in read) {
    const { query, locked, hidden } = read.task;
    const session = new Session(definition, query, {
      locked: [...options.locked, ...locked],
      hidden: [...options.hidden, ...hidden],
    });
    if (options.query) session.setQuery(options.query);
    session.notices = [...notices, ...session.notices];
    return { session, attempt: new Attempt(session, read.task), options };
  }
  for (const { line, field, value, message } of read?.problems ?? [])
    notices.push({ field: `task ${field}`, value, message: `task, line ${line}: ${message}` });
  const session = new Session(definition, options.query, options);
  session.notices = [...notices, ...session.notices];
  return { session, attempt: undefined, options };
}
