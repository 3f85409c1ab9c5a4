import { mount } from 'svelte';
import { loadView, widgetNames } from '../widgets/load';
import { Plan } from './plan.svelte';
import Worksheet from './Worksheet.svelte';

/** Puts the worksheet that the address asks for instead of what stands there. */
export async function drawWorksheet(target: HTMLElement): Promise<void> {
  const plan = await Plan.of(location.search, widgetNames);
  const View = await loadView(plan.definition.id);
  const root = new URL(target.dataset.root ?? './', location.href).href;
  target.replaceChildren();
  mount(Worksheet, { target, props: { plan, View, root } });
}
