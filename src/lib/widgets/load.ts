import type { Component } from 'svelte';
import type { Definition } from '../state/define';
import type { Session } from '../state/session.svelte';

export type View = Component<{ session: Session }>;

const definitionModules = import.meta.glob<{ definition: Definition }>('./*/definition.ts');
const viewModules = import.meta.glob<{ default: View }>('./*/View.svelte');

/** The names of all widgets. */
export const widgetNames = Object.keys(viewModules).map((path) => path.split('/')[1] ?? '');

/** Loads what a widget declares, with its model and the losses that it computes with, and nothing of other widgets. */
export async function loadDefinition(id: string): Promise<Definition> {
  const load = definitionModules[`./${id}/definition.ts`];
  if (!load) throw new RangeError(`no widget “${id}”`);
  return (await load()).definition;
}

/** Loads the view of a widget. */
export async function loadView(id: string): Promise<View> {
  const load = viewModules[`./${id}/View.svelte`];
  if (!load) throw new RangeError(`no view for widget “${id}”`);
  return (await load()).default;
}
