/** Draws the worksheet that the address asks for. Where it asks for none, the page says how to come by one. */
import { readPlanAddress } from './plan-address';

async function draw(target: HTMLElement): Promise<void> {
  const { drawWorksheet } = await import('./draw-worksheet');
  await drawWorksheet(target);
}

const target = document.querySelector<HTMLElement>('[data-worksheet]');
if (target && readPlanAddress(location.search).widget !== undefined) void draw(target);
