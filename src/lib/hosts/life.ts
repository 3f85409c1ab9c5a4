import { flushSync, hydrate, mount } from 'svelte';
import WidgetFrame from '../primitives/WidgetFrame.svelte';
import { Session } from '../state/session.svelte';
import type { Definition } from '../state/define';
import type { Task } from '../state/task';
import type { View } from '../widgets/load';
import { layOutAlone } from './own-layout';

interface Still {
  /** Where the widget stands, with the markup that the page came with or empty. */
  target: HTMLElement;
  definition: Definition;
  View: View;
  query: string;
  task: Task | undefined;
  linkTo: (query: string) => string;
}

/** Takes over the markup of a widget, or draws what it came without, and returns its session. */
export function giveLife({ target, definition, View, query, task, linkTo }: Still): Session {
  const session = new Session(definition, query, task);
  const start = target.hasChildNodes() ? hydrate : mount;
  start(WidgetFrame, { target, props: { session, View, linkTo } });
  flushSync();
  layOutAlone(target);
  return session;
}

/** Sets the fields of a query over the present state, and shows it at once. */
export function setState(session: Session, query: string): void {
  session.setQuery(query);
  flushSync();
}
