import { flushSync, mount } from 'svelte';
import { Attempt } from '../tasks/attempt.svelte';
import PredictionPanel from '../tasks/PredictionPanel.svelte';
import { readTask } from '../tasks/read-task';
import { takeChoices } from './choices';
import type { Figure, Section } from './figure';
import type { Progress } from './progress';

/** Asks a reader to predict what a living figure will do, and shows it in the figure once that is done or skipped. */
export function askFirst(
  element: HTMLElement,
  { figure, section }: { figure: Figure; section: Section },
  progress: Progress,
  page: string,
): void {
  const { session } = figure;
  const target = element.querySelector<HTMLElement>('.cl-answer');
  const read = readTask(session.definition, element.dataset.task ?? '');
  if (!target || !('task' in read)) return;
  const attempt = new Attempt(session, read.task);
  const explanation = element.querySelector('details');
  const choices = takeChoices(element);

  function onshow() {
    figure.show(section);
    figure.reveal();
    attempt.showSolution();
    progress.add(page, element.id);
    if (explanation) explanation.open = true;
  }
  mount(PredictionPanel, { target, props: { attempt, wordsOf: choices?.wordsOf, onshow } });
  flushSync();
  choices?.remove();
}
