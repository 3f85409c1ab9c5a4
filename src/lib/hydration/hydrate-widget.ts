import { flushSync, hydrate, mount } from 'svelte';
import { hasBeenTranslated } from '../display/outlive-translation';
import WidgetFrame from '../controls/WidgetFrame.svelte';
import { Session } from '../state/session.svelte';
import type { Definition } from '../state/define';
import type { Task } from '../tasks/task';
import type { View } from '../widgets/load';
import { containLayout } from './containment';

interface Still {
  /** Where the widget stands, with the markup that the page came with or empty. */
  target: HTMLElement;
  definition: Definition;
  View: View;
  query: string;
  task: Task | undefined;
  /** What a compact figure shows at first. */
  compact: readonly string[] | undefined;
  linkTo: (query: string) => string;
  builderAt: (query: string) => string;
}

/** How a section of the text shows a figure. */
interface Section {
  /** The author's state. */
  initial: string;
  /** What the reader has made of it, as a query set over it. */
  present: string;
  shown: readonly string[];
}

/** Takes over the markup of a widget, or draws what it came without, and returns its session. */
export function hydrateWidget(still: Still): Session {
  const { target, definition, View, query, task, compact, linkTo, builderAt } = still;
  const session = new Session(definition, query, { ...task, compact });
  // Translated markup is not the one that was drawn, and cannot be taken over.
  if (hasBeenTranslated(target)) target.replaceChildren();
  const start = target.hasChildNodes() ? hydrate : mount;
  start(WidgetFrame, { target, props: { session, View, linkTo, builderAt } });
  flushSync();
  containLayout(target);
  return session;
}

/** Shows a figure in the state and with the parts that a section of the text asks for. */
export function showSection(session: Session, { initial, present, shown }: Section): void {
  session.compact = shown;
  session.glide(() => session.startFrom(initial, present));
  flushSync();
}

/** Sets the fields of a query over the present state; the figure glides there. */
export function setState(session: Session, query: string): void {
  session.glide(() => session.setQuery(query));
  flushSync();
}
