/**
 * Has a widget laid out by itself: its place keeps the height that the widget needs, so that a change inside is no
 * reason for the browser to lay out the chapter around it. The place follows in the next frame: a height that is set
 * while sizes are being observed may resize what was told already, which Firefox reports as an error of the page.
 */
export function containLayout(place: HTMLElement): void {
  const [widget] = place.children;
  if (!widget) return;
  new ResizeObserver((entries) => {
    const height = entries.at(-1)?.borderBoxSize[0]?.blockSize;
    if (height === undefined) return;
    requestAnimationFrame(() => {
      place.style.containIntrinsicBlockSize = `${height}px`;
      place.classList.add('cl-alone');
    });
  }).observe(widget);
}
