import { flushSync, mount } from 'svelte';
import TaskPanel from '../primitives/TaskPanel.svelte';
import { Attempt } from '../state/attempt.svelte';
import type { Figure } from './figure';
import { observeResult } from './observe-result.svelte';
import type { Progress } from './progress';

/** Asks the question of a living figure, and keeps on this device that it was solved. */
export function askIn(figure: Figure, progress: Progress, page: string): void {
  const { element, name, session, task } = figure;
  const target = element.querySelector<HTMLElement>('.cl-answer');
  if (!target || !task) return;
  const attempt = new Attempt(session, task);
  const choices = element.querySelector('.cl-choices');
  const words = [...(choices?.querySelectorAll('li') ?? [])].map((item) => [...item.childNodes]);
  const wordsOf = choices ? (option: number) => words[option] ?? [] : undefined;
  mount(TaskPanel, { target, props: { attempt, wordsOf } });
  flushSync();
  choices?.remove();

  attempt.watch();
  whenOpen(element, 'hint', () => attempt.takeHint());
  const explanation = whenOpen(element, 'explanation', () => attempt.takeExplanation());
  let wasSolved = false;
  observeResult(attempt, ({ solved }) => {
    if (solved) progress.add(page, name);
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
