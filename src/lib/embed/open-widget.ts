import type { Component } from 'svelte';
import WidgetFrame from '../controls/WidgetFrame.svelte';
import type { Attempt } from '../tasks/attempt.svelte';
import type { Definition } from '../state/define';
import { Session } from '../state/session.svelte';
import type { View } from '../widgets/load';
import { readEmbedOptions, type EmbedOptions } from './embed-options';

/** What a widget is shown in. */
type Frame = Component<{
  session: Session;
  View: View;
  linkTo?: ((query: string) => string) | undefined;
  title?: string | undefined;
  attempt?: Attempt | undefined;
}>;

/** A widget as a host shows it. */
export interface OpenWidget {
  session: Session;
  /** The reader's attempt at the task, where the host asks for one. */
  attempt: Attempt | undefined;
  options: EmbedOptions;
  Frame: Frame;
}

/**
 * Opens a widget in the state that an address asks for. A task says by itself where it starts; the state of the address
 * is then one that the reader has come to. A task that cannot be read is reported and left out.
 * @param task the text of a task, in place of one in the address
 */
export async function openWidget(definition: Definition, search: string, task?: string): Promise<OpenWidget> {
  const options = readEmbedOptions(definition, search);
  const text = task ?? options.task;
  const compact = options.fit ? fitting(definition) : undefined;
  const notices = [...options.notices];
  if (text !== undefined) {
    // Most widgets are shown without a task, and need not wait for what reads and shows one.
    const { Attempt, readTask, TaskFrame } = await import('./load-task');
    const read = readTask(definition, text);
    if ('task' in read) {
      const { query, locked, hidden, free } = read.task;
      const session = new Session(definition, query, {
        locked: [...options.locked, ...locked],
        hidden: [...options.hidden, ...hidden],
        free: [...options.free, ...free],
        compact,
      });
      if (options.query) session.setQuery(options.query);
      session.notices = [...notices, ...session.notices];
      return { session, attempt: new Attempt(session, read.task), options, Frame: TaskFrame };
    }
    for (const { line, field, value, message } of read.problems)
      notices.push({ field: `task ${field}`, value, message: `task, line ${line}: ${message}` });
  }
  const session = new Session(definition, options.query, { ...options, compact });
  session.notices = [...notices, ...session.notices];
  return { session, attempt: undefined, options, Frame: WidgetFrame };
}

/** What fits a small frame: the main control, and what stands on one line each. */
function fitting({ compact }: Definition): string[] | undefined {
  return compact && [...compact.controls.slice(0, 1), ...compact.parts];
}
