import { expandNotation } from '../../display/notation';
import { readRichText } from '../../display/rich-text';
import { escapeHtml } from '../../state/escape-html';
import type { Question } from './question';

/** A plain text as HTML or XML: in XML, `]]>` may not stand in a text, and ends a section of CDATA. */
export const escaped = (text: string) => escapeHtml(text).replaceAll('>', '&gt;');

const TAGS = { text: undefined, em: 'em', strong: 'strong', code: 'code', formula: undefined } as const;

/** Stands for a formula while the words around it are read: no text of ours has it. */
const PLACE = '\u{F8FF}';

/** A paragraph as HTML, its formulas in TeX between \( and \), as platforms read them. */
export function toHtml(text: string): string {
  const formulas: string[] = [];
  const words = text.replace(/\$([^$]+)\$/g, (_, tex: string) => {
    formulas.push(`\\(${escaped(expandNotation(tex))}\\)`);
    return PLACE;
  });
  const html = readRichText(words).map(({ kind, text: part }) => {
    const tag = TAGS[kind];
    return tag ? `<${tag}>${escaped(part)}</${tag}>` : escaped(part);
  });
  return html.join('').replaceAll(PLACE, () => formulas.shift() ?? '');
}

/** What is asked of the student where the figure grades and the platform cannot. */
export const REACH =
  'The figure says when you are there. Then write down the values that you have set, and why they solve it.';

/** Pixels of the figure's frame, which the figure fits. */
export const FRAME_HEIGHT = 700;

/** A frame in attributes alone, since banks take styles away. */
export function frameIn({ figure, title }: Question): string {
  const address = escaped(figure.replace(/\bv=1$/, 'fit=1&v=1'));
  return `<iframe src="${address}" title="${escaped(title)}" width="100%" height="${FRAME_HEIGHT}" frameborder="0"></iframe>`;
}

/** What the one who marks an answer is told. */
export function notesOf({ task }: Question): string {
  const solution =
    task.solution === undefined
      ? ''
      : `<p>A state that solves it: <code>${escaped(task.solution)}</code></p>`;
  return `${solution}${task.explanation === undefined ? '' : `<p>${toHtml(task.explanation)}</p>`}`;
}
