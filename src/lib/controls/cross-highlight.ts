/** Writes on a widget the roles of what the pointer or the focus is on, of the elements that have one in an attribute. */
function write(widget: HTMLElement, name: string, attribute: string): void {
  const found = widget.querySelectorAll(`[${attribute}]:is(:hover, :focus-visible, [aria-pressed='true'])`);
  if (found.length === 0) widget.removeAttribute(name);
  else widget.setAttribute(name, [...found].map((element) => element.getAttribute(attribute)).join(' '));
}

/**
 * Has a formula and its drawing light each other up: writes on the widget the roles of the symbols, and those of the marks
 * and handles, that the pointer or the focus is on. The theme does the rest. A rule with `:has` would do without, and have
 * the browser look through the whole widget at every move of a drag.
 */
export function crossHighlight(widget: HTMLElement): () => void {
  const leave = new AbortController();
  const show = () => {
    write(widget, 'data-symbols', 'data-link');
    write(widget, 'data-marks', 'data-lights');
  };
  for (const type of ['pointerover', 'pointerleave', 'focusin', 'focusout', 'click']) {
    // Of a focus that leaves, the next one is known only afterwards, and so is what a click has pressed.
    const listen = type === 'focusout' || type === 'click' ? () => queueMicrotask(show) : show;
    widget.addEventListener(type, listen, { signal: leave.signal, passive: true });
  }
  return () => leave.abort();
}
