/** Puts the builder of the Teach page into its place. */
import { mount } from 'svelte';
import Builder from './Builder.svelte';
import { Plan } from './plan.svelte';

const textOf = (element: Element | null | undefined) => element?.textContent?.trim() ?? '';

/** The widgets by topic, as the gallery of the page lists them. */
function readTopics() {
  return [...document.querySelectorAll('[data-topic]')].map((section) => ({
    topic: textOf(section.firstElementChild),
    widgets: [...section.querySelectorAll<HTMLElement>('[data-choose]')].map((card) => ({
      id: card.dataset.choose ?? '',
      name: textOf(card),
    })),
  }));
}

export async function openBuilder(target: HTMLElement): Promise<void> {
  const topics = readTopics();
  const known = topics.flatMap(({ widgets }) => widgets.map(({ id }) => id));
  const first = (await Plan.of(location.search, known)).fold();
  const here = new URL(target.dataset.root ?? './', location.href).href;
  target.replaceChildren();
  mount(Builder, { target, props: { first, topics, here, site: target.dataset.site ?? here } });
}
