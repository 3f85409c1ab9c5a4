import katex, { type KatexOptions } from 'katex';
import { complain } from './complain';
import { walk, type Node, type PageFile } from './tree';

/** Symbols of the project's notation, in the colour of their role. */
const MACROS = {
  '\\D': '\\htmlClass{cl-distance}{D}',
  '\\ang': '\\htmlClass{cl-distance}{\\theta}',
  '\\m': '\\htmlClass{cl-margin}{m}',
  '\\pull': '\\htmlClass{cl-pull}{#1}',
  '\\push': '\\htmlClass{cl-push}{#1}',
  '\\xa': 'x_1',
  '\\xb': 'x_2',
  '\\y': 'y',
};

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

/** Stops the build at the line of a formula that KaTeX does not read. */
export function checkFormulas(tree: Node, file: PageFile): void {
  walk(tree, (node) => {
    if (node.type !== 'math' && node.type !== 'inlineMath') return;
    try {
      katex.renderToString(node.value ?? '', katexOptions);
    } catch (error) {
      complain(file, node, (error as Error).message);
    }
  });
}
