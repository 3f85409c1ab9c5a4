import katex, { type KatexOptions } from 'katex';
import { expandNotation, NOTATION } from '../../display/notation';
import { failAt } from './fail-at';
import { faultInMathml } from './mathml';
import { walk, type Node, type PageFile } from './tree';

/** Symbols of the project's notation, in the colour of their role. */
const MACROS = Object.fromEntries(
  Object.entries(NOTATION).map(([name, { tex, colour, wraps }]) => {
    const shown = wraps ? '#1' : tex;
    return [`\\${name}`, colour ? `\\htmlClass{${colour}}{${shown}}` : shown];
  }),
);

/** Formulas for eyes (HTML) and for screen readers (MathML); anything doubtful stops the build. */
export const katexOptions: KatexOptions = {
  output: 'htmlAndMathml',
  throwOnError: true,
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  trust: ({ command }) => {
    if (command === '\\htmlClass') return true;
    throw new Error(`${command} is not allowed in a formula`);
  },
  macros: MACROS,
};

/**
 * A formula as HTML and MathML. Throws where KaTeX does not read it, or writes MathML that browsers do not.
 */
export function renderFormula(tex: string, options: Pick<KatexOptions, 'displayMode'> = {}): string {
  const markup = katex.renderToString(tex, { ...katexOptions, ...options });
  const fault = faultInMathml(markup);
  if (fault !== undefined) throw new Error(`the formula “${tex}” cannot be shown: ${fault}`);
  return shiftByMargins(markup);
}

const SHIFTED = /(<span(?: class="[^"]*")? style=")top:(-?)([\d.]+em);([^"]*"><span class="pstrut")/g;

/**
 * KaTeX sets what stands above and below each other, such as an index, by an offset from its place, and each offset costs
 * the browser a layer of its own in which it looks for the pointer at every move: hundreds in a chapter. The blocks have
 * no height, so opposite margins move them as well; see prose.css.
 */
const shiftByMargins = (markup: string): string =>
  markup.replace(SHIFTED, (_, start: string, sign: string, by: string, rest: string) => {
    const back = sign === '-' ? '' : '-';
    return `${start}margin-block:${sign}${by} ${back}${by};${rest}`;
  });

/** Stops the build at the line of a formula that cannot be shown. */
export function checkFormulas(tree: Node, file: PageFile): void {
  walk(tree, (node) => {
    if (node.type !== 'math' && node.type !== 'inlineMath') return;
    try {
      renderFormula(node.value ?? '', { displayMode: node.type === 'math' });
    } catch (error) {
      failAt(file, node, (error as Error).message);
    }
  });
}

const ANNOTATION = /(<annotation encoding="application\/x-tex">)(.*?)(<\/annotation>)/gs;

/** Makes the formulas of a page as light as {@link renderFormula}'s, and has the source that they carry, which a reader copies, run elsewhere too. */
export function finishFormulas(): (tree: Node) => void {
  return (tree) =>
    walk(tree, (node) => {
      const [, rendered] = /^\{@html (".*")\}$/s.exec(node.value ?? '') ?? [];
      if (node.type !== 'text' || rendered === undefined) return;
      const markup = JSON.parse(rendered) as string;
      const shared = markup.replace(
        ANNOTATION,
        (_, open: string, tex: string, close: string) => `${open}${expandNotation(tex)}${close}`,
      );
      node.value = `{@html ${JSON.stringify(shiftByMargins(shared))}}`;
    });
}
