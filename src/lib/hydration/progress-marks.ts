import type { Progress } from './progress';

/** Says how many exercises of a page are solved, and lets the reader wipe the record where the line has a button. */
export function bindProgress(line: HTMLElement, progress: Progress): void {
  const { progress: page = '', exercises = '' } = line.dataset;
  const names = exercises.split(' ').filter(Boolean);
  const text = line.querySelector('span');
  const button = line.querySelector('button');
  const show = () => {
    const solved = names.filter((name) => progress.has(page, name)).length;
    const count = `${names.length} exercises`;
    if (text) text.textContent = solved > 0 ? `${solved} of ${count} solved` : count;
    if (button) button.hidden = progress.isEmpty;
    line.hidden = names.length === 0;
  };
  button?.addEventListener('click', () => progress.wipe());
  progress.onchange(show);
  show();
}

/** Shows on an exercise that it was solved, now or earlier. */
export function markSolved(element: HTMLElement, progress: Progress, page: string): void {
  const show = () => element.toggleAttribute('data-done', progress.has(page, element.id));
  progress.onchange(show);
  show();
}
