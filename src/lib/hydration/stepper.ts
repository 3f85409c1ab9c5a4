import type { Progress } from './progress';

/** Words that a search of the browser finds in what is hidden, where it can: the exercise is then shown. */
const HIDDEN = 'onbeforematch' in document.documentElement ? 'until-found' : '';

/**
 * Shows the exercises of a block one at a time, with a row above them that tells which are solved and leads from one to the
 * next. It begins with the one that the address names, or with the first that is not solved.
 * @param onshow runs whenever an exercise is shown
 */
export function bindStepper(
  block: HTMLElement,
  { progress, page, onshow }: { progress: Progress; page: string; onshow: (exercise: HTMLElement) => void },
): void {
  const exercises = [...block.querySelectorAll<HTMLElement>(':scope > .cl-exercise')];
  if (exercises.length < 2) return exercises.forEach(onshow);
  const isSolved = ({ id }: HTMLElement) => progress.has(page, id);
  let present = Math.max(
    0,
    exercises.findIndex((exercise) => !isSolved(exercise)),
  );

  const row = document.createElement('nav');
  row.className = 'cl-steps-row cl-controls';
  row.ariaLabel = 'Exercises';
  const place = document.createElement('span');
  place.role = 'status';
  const dots = exercises.map(dotOf);
  const back = button('Previous', () => show(present - 1));
  const on = button('Next', () => show(present + 1));
  const list = document.createElement('div');
  list.append(...dots);
  row.append(back, list, place, on);
  block.prepend(row);

  function dotOf({ id }: HTMLElement, i: number): HTMLAnchorElement {
    const dot = document.createElement('a');
    dot.href = `#${id}`;
    dot.addEventListener('click', (event) => {
      event.preventDefault();
      show(i);
    });
    return dot;
  }

  function mark() {
    dots.forEach((dot, i) => {
      const solved = isSolved(exercises[i] as HTMLElement);
      dot.ariaLabel = `Exercise ${i + 1}${solved ? ', solved' : ''}`;
      dot.ariaCurrent = i === present ? 'step' : null;
      dot.toggleAttribute('data-done', solved);
    });
  }

  function show(i: number) {
    const exercise = exercises[i];
    if (!exercise) return;
    present = i;
    for (const other of exercises)
      if (other === exercise) other.removeAttribute('hidden');
      else other.setAttribute('hidden', HIDDEN);
    place.textContent = `${i + 1} of ${exercises.length}`;
    // What has the focus keeps it: a button that is disabled would lose it.
    back.ariaDisabled = String(i === 0);
    on.ariaDisabled = String(i === exercises.length - 1);
    mark();
    onshow(exercise);
  }

  function showNamed() {
    const i = exercises.findIndex(({ id }) => location.hash === `#${id}`);
    if (i < 0) return;
    show(i);
    exercises[i]?.scrollIntoView({ behavior: 'instant' });
  }

  exercises.forEach((exercise, i) => exercise.addEventListener('beforematch', () => show(i)));
  addEventListener('hashchange', showNamed);
  progress.onchange(mark);
  block.toggleAttribute('data-live', true);
  show(present);
  showNamed();
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', press);
  return made;
}
