/** Brings an embedded widget to life in the state of its address, and lets its host page speak to it. */
import { flushSync, mount } from 'svelte';
import { loadView } from '../widgets/load';
import { definitions } from '../widgets/registry';
import { listenToHost } from './host-page.svelte';
import { openWidget } from './open-widget';

async function wake(target: HTMLElement) {
  const id = target.dataset.embed ?? '';
  const definition = definitions[id];
  if (!definition) throw new RangeError(`no widget “${id}”`);
  const { session, attempt, options, Frame } = await openWidget(definition, location.search);
  if (options.theme) document.documentElement.dataset.theme = options.theme;
  const View = await loadView(id);
  target.replaceChildren();
  mount(Frame, { target, props: { session, View, linkTo: addressOf, title: options.title, attempt } });
  flushSync();
  listenToHost(session, document.body, attempt);
}

/** This page with the widget in a state; what it hides and locks stays. */
function addressOf(query: string): string {
  const address = new URL(location.href);
  const definition = definitions[document.querySelector<HTMLElement>('[data-embed]')?.dataset.embed ?? ''];
  for (const name of Object.keys(definition?.parameters ?? {})) address.searchParams.delete(name);
  for (const [name, value] of new URLSearchParams(query)) address.searchParams.set(name, value);
  return address.href;
}

const target = document.querySelector<HTMLElement>('[data-embed]');
if (target) void wake(target);
