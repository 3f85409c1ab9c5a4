/** Draws the worksheet that the address asks for. */
import { mount } from 'svelte';
import { loadView, widgetNames } from '../widgets/load';
import { Plan } from './plan.svelte';
import Worksheet from './Worksheet.svelte';

async function draw(target: HTMLElement): Promise<void> {
  const plan = await Plan.of(location.search, widgetNames);
  const View = await loadView(plan.definition.id);
  const root = new URL(target.dataset.root ?? './', location.href).href;
  target.replaceChildren();
  mount(Worksheet, { target, props: { plan, View, root } });
}

const target = document.querySelector<HTMLElement>('[data-worksheet]');
if (target) void draw(target);
