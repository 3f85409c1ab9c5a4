/** On a phone a figure stays above its text: a bar folds it away, and it lets go while the reader types below it. */
export function bindFold(stage: HTMLElement): void {
  const bar = document.createElement('button');
  bar.type = 'button';
  bar.className = 'cl-grab cl-controls';
  fold(stage, bar, false);
  bar.addEventListener('click', () => fold(stage, bar, !stage.hasAttribute('data-folded')));
  stage.append(bar);
}

/** Brings a figure back that was folded away, so that what is done to it can be seen. */
export function unfold(stage: HTMLElement): void {
  const bar = stage.querySelector<HTMLElement>(':scope > .cl-grab');
  if (bar) fold(stage, bar, false);
}

function fold(stage: HTMLElement, bar: HTMLElement, folded: boolean): void {
  stage.toggleAttribute('data-folded', folded);
  bar.ariaExpanded = String(!folded);
  bar.ariaLabel = folded ? 'Unfold the figure' : 'Fold the figure away';
}

/** Tells the styles that a keyboard on the screen leaves little room. */
export function watchKeyboard(): void {
  /** No browser's own bars take so much of a window. */
  const MOST = 0.75;
  visualViewport?.addEventListener('resize', () => {
    const height = (visualViewport?.height ?? innerHeight) * (visualViewport?.scale ?? 1);
    document.documentElement.toggleAttribute('data-keyboard', height < MOST * innerHeight);
  });
}
