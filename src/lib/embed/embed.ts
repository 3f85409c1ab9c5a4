/** Brings an embedded widget to life in the state of its address, and lets its host page speak to it. */
import { flushSync, mount } from 'svelte';
import type { Definition } from '../state/define';
import { repairQuery } from '../state/repair-query';
import type { View } from '../widgets/load';
import { listenToHost } from './parent-messaging.svelte';
import { openWidget } from './open-widget';
import { isTracking } from './tracking';

/** Draws the widget of the page again where it stands, alive. */
export async function wake(definition: Definition, View: View): Promise<void> {
  const target = document.querySelector<HTMLElement>('[data-embed]');
  if (!target) return;
  const { session, attempt, options, Frame } = await openWidget(
    definition,
    repairQuery(location.search, location.hash),
  );
  if (options.theme) document.documentElement.dataset.theme = options.theme;
  document.documentElement.toggleAttribute('data-fit', options.fit);
  target.replaceChildren();
  // A task stays in the address and says where the widget begins; without one the address says all of the state.
  const linkTo = (query: string) => addressOf(definition, attempt ? query : session.fullQuery);
  mount(Frame, { target, props: { session, View, linkTo, title: options.title, attempt } });
  flushSync();
  listenToHost(session, document.body, attempt);
}

/** This page with the widget in a state; what it hides and locks stays. */
function addressOf({ parameters }: Definition, query: string): string {
  const address = new URL(location.href);
  address.search = repairQuery(location.search, location.hash);
  address.hash = '';
  for (const name of [...address.searchParams.keys()])
    if (isTracking(name)) address.searchParams.delete(name);
  for (const name of Object.keys(parameters)) address.searchParams.delete(name);
  for (const [name, value] of new URLSearchParams(query)) address.searchParams.set(name, value);
  return address.href;
}
