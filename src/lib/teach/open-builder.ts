/** Puts the builder of the Teach page into its place. */
import { mount } from 'svelte';
import Builder from './Builder.svelte';
import { Plan } from './plan.svelte';

export async function openBuilder(target: HTMLElement): Promise<void> {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-choose]')];
  const widgets = cards.map(({ dataset, textContent }) => ({
    id: dataset.choose ?? '',
    title: textContent.trim(),
  }));
  const first = await Plan.of(
    location.search,
    widgets.map(({ id }) => id),
  );
  const here = new URL(target.dataset.root ?? './', location.href).href;
  target.replaceChildren();
  mount(Builder, { target, props: { first, widgets, here, site: target.dataset.site ?? here } });
}
