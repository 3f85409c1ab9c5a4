/** What HTML writes otherwise than it is read. */
const ENTITIES = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&nbsp;': '\u00A0' };

/**
 * The text of the formulas that KaTeX has drawn into a page, without the MathML that goes with each: that is drawn in the
 * browser's own face.
 *
 * @param {string} html
 */
export function textOfFormulas(html) {
  let text = '';
  let depth = 0;
  for (const [piece] of html.matchAll(/<[^>]*>|[^<]+/g)) {
    if (depth === 0 && !piece.startsWith('<span class="katex-html"')) continue;
    if (/^<span\b/.test(piece)) depth += 1;
    else if (piece === '</span>') depth -= 1;
    else if (!piece.startsWith('<')) text += piece;
  }
  return text.replace(
    /&\w+;/g,
    (entity) => ENTITIES[/** @type {keyof typeof ENTITIES} */ (entity)] ?? entity,
  );
}
