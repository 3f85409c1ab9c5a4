/** Shows for a moment that a task is solved, at the point that the reader moved, or at the picture's corner. */
export function markSuccess(island: HTMLElement): void {
  const around = island.getBoundingClientRect();
  const point = island.querySelector('svg :focus')?.getBoundingClientRect();
  const picture = (island.querySelector('svg') ?? island).getBoundingClientRect();
  const [x, y] = point ? [point.right, point.top] : [picture.right - 24, picture.top + 24];
  const mark = document.createElement('span');
  mark.className = 'cl-success';
  mark.ariaHidden = 'true';
  mark.textContent = '✓';
  mark.style.left = `${x - around.left}px`;
  mark.style.top = `${y - around.top}px`;
  mark.addEventListener('animationend', () => mark.remove());
  island.append(mark);
}
