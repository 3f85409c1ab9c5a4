import { flushSync, mount } from 'svelte';
import TaskPanel from '../tasks/TaskPanel.svelte';
import { Attempt } from '../tasks/attempt.svelte';
import { takeChoices } from './choices';
import type { Figure } from './figure';
import { observeResult } from '../embed/observe-result.svelte';
import { markSuccess } from './success-mark';
import type { Progress } from './progress';

/** Asks the question of a living figure, and keeps on this device that it was solved. */
export function askIn(figure: Figure, progress: Progress, page: string): void {
  const { element, name, session, task } = figure;
  const target = element.querySelector<HTMLElement>('.cl-answer');
  if (!target || !task) return;
  const attempt = new Attempt(session, task);
  const choices = takeChoices(element);
  target.replaceChildren();
  mount(TaskPanel, { target, props: { attempt, wordsOf: choices?.wordsOf } });
  flushSync();
  choices?.remove();

  attempt.watch();
  whenOpen(element, 'hint', () => attempt.takeHint());
  const explanation = whenOpen(element, 'explanation', () => attempt.takeExplanation());
  const island = element.querySelector<HTMLElement>('.cl-island');
  let wasSolved = false;
  observeResult(attempt, ({ solved }) => {
    if (solved) progress.add(page, name);
    if (solved && !wasSolved && island) markSuccess(island);
    if (explanation && solved !== wasSolved) explanation.open = solved;
    wasSolved = solved;
  });
}

/** Runs whenever the reader unfolds a part of the exercise, and now if it is unfolded already. */
function whenOpen(element: HTMLElement, part: string, run: () => void): HTMLDetailsElement | null {
  const fold = element.querySelector<HTMLDetailsElement>(`details[data-part="${part}"]`);
  if (fold?.open) run();
  fold?.addEventListener('toggle', () => fold.open && run());
  return fold;
}
