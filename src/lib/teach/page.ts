/** Brings the Teach page to life: the builder at its top, and the gallery below it. */
import './gallery';

const target = document.querySelector<HTMLElement>('[data-builder]');

async function wake(target: HTMLElement): Promise<void> {
  const { openBuilder } = await import('./open-builder');
  await openBuilder(target);
}

if (target) void wake(target);
