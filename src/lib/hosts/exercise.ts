import { flushSync, hydrate } from 'svelte';
import TaskPanel from '../primitives/TaskPanel.svelte';
import { Attempt } from '../state/attempt.svelte';
import type { Figure } from './figure';
import { observeResult } from './observe-result.svelte';
import type { Progress } from './progress';

/** Lets a figure grade its exercise once it lives, and keeps on this device that it was solved. */
export function bindExercise(figure: Figure, progress: Progress, page: string): void {
  const { element, name } = figure;
  const fold = (part: string) => element.querySelector<HTMLDetailsElement>(`details[data-part="${part}"]`);
  const [hint, explanation] = [fold('hint'), fold('explanation')];

  const mark = () => {
    element.toggleAttribute('data-done', progress.has(page, name));
  };
  mark();
  progress.onchange(mark);

  figure.whenAwake(() => {
    const target = element.querySelector<HTMLElement>('.cl-answer');
    if (!target || !figure.task) return;
    const attempt = new Attempt(figure.session, figure.task);
    const choices = element.querySelector('.cl-choices');
    const words = [...(choices?.querySelectorAll('li') ?? [])].map((item) => [...item.childNodes]);
    const wordsOf = choices ? (option: number) => words[option] ?? [] : undefined;
    hydrate(TaskPanel, { target, props: { attempt, wordsOf } });
    flushSync();
    target.hidden = false;
    choices?.remove();

    attempt.watch();
    if (hint?.open) attempt.takeHint();
    if (explanation?.open) attempt.takeExplanation();
    hint?.addEventListener('toggle', () => hint.open && attempt.takeHint());
    explanation?.addEventListener('toggle', () => explanation.open && attempt.takeExplanation());
    observeResult(attempt, ({ solved, tries }) => {
      if (explanation && (solved || tries === 0)) explanation.open = solved;
      if (solved) progress.add(page, name);
    });
  });
}
