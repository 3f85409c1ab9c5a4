/** Brings an embedded widget to life in the state of its address, and lets its host page speak to it. */
import { flushSync, mount } from 'svelte';
import WidgetFrame from '../primitives/WidgetFrame.svelte';
import { Session } from '../state/session.svelte';
import { loadView } from '../widgets/load';
import { definitions } from '../widgets/registry';
import { readEmbedOptions } from './embed-options';
import { listenToHost } from './host-page.svelte';

async function wake(target: HTMLElement) {
  const id = target.dataset.embed ?? '';
  const definition = definitions[id];
  if (!definition) throw new RangeError(`no widget “${id}”`);
  const options = readEmbedOptions(definition, location.search);
  const session = new Session(definition, options.query, options);
  session.notices = [...options.notices, ...session.notices];
  if (options.theme) document.documentElement.dataset.theme = options.theme;
  const View = await loadView(id);
  target.replaceChildren();
  mount(WidgetFrame, { target, props: { session, View, linkTo: addressOf, title: options.title } });
  flushSync();
  listenToHost(session, document.body);
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
