const FORMULA = '.katex';

/** What a formula of the page is in TeX. */
const texOf = (formula: Element) => formula.querySelector('annotation')?.textContent.trim() ?? '';

/** The formula that a place of the page is in. */
function formulaAt(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest(FORMULA) ?? null;
}

/** A selection with the formulas at its ends as wholes. */
function wholeFormulas(range: Range): Range {
  const whole = range.cloneRange();
  const [first, last] = [formulaAt(range.startContainer), formulaAt(range.endContainer)];
  if (first) whole.setStartBefore(first);
  if (last) whole.setEndAfter(last);
  return whole;
}

/** The words of a piece of a page, line by line as it is laid out. */
function wordsOf(piece: DocumentFragment): string {
  const place = document.createElement('div');
  place.style.cssText = 'position: fixed; inset-inline-start: -200vw; width: 100vw; user-select: text';
  place.append(piece);
  document.body.append(place);
  const words = place.innerText;
  place.remove();
  return words;
}

/**
 * Has a formula copied once, as TeX between dollar signs. It stands in the page twice, for eyes and for screen readers,
 * and a browser copies both.
 */
export function copyFormulas(): void {
  document.addEventListener('copy', (event) => {
    const selection = getSelection();
    if (!event.clipboardData || !selection || selection.isCollapsed || selection.rangeCount === 0) return;
    // A field's own text is none of the page's.
    if (event.target instanceof Element && event.target.closest('input, textarea')) return;
    const piece = wholeFormulas(selection.getRangeAt(0)).cloneContents();
    const formulas = [...piece.querySelectorAll(FORMULA)];
    if (formulas.length === 0) return;

    for (const formula of formulas) {
      const display = formula.closest('.katex-display');
      const [whole, sign] = display ? [display, '$$'] : [formula, '$'];
      whole.replaceWith(`${sign}${texOf(formula)}${sign}`);
    }
    const { childNodes } = piece;
    const holder = document.createElement('div');
    holder.append(...[...childNodes].map((node) => node.cloneNode(true)));
    event.clipboardData.setData('text/html', holder.innerHTML);
    event.clipboardData.setData('text/plain', wordsOf(piece));
    event.preventDefault();
  });
}
