import { escapeTags } from '../state/escape-html';
import { renderFormula } from './remark/formulas';
import { textOf, type Node } from './remark/tree';

/** Elements without an end. */
const VOID = new Set(['br', 'hr']);

/** A part of a slide as HTML: its formulas set, and its phrases as buttons. Entities are as the author wrote them. */
export function slideHtml({ value, tagName = 'span', properties = {}, children = [] }: Node): string {
  if (value !== undefined) return escapeTags(value);
  const [, kind] = /math-(inline|display)/.exec(String(properties.className ?? '')) ?? [];
  if (kind !== undefined) {
    const formula = renderFormula(textOf({ type: 'element', children }), { displayMode: kind === 'display' });
    return `<span class="math math-${kind}">${formula}</span>`;
  }
  if (VOID.has(tagName)) return `<${tagName}>`;
  const inner = children.map(slideHtml).join('');
  const { dataQuery } = properties;
  return dataQuery === undefined
    ? `<${tagName}>${inner}</${tagName}>`
    : `<button type="button" class="cl-set" data-query="${escapeTags(String(dataQuery))}">${inner}</button>`;
}
