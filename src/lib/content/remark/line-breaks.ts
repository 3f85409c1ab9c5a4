import { keepPercents } from '../../state/text';
import { replace, text, textOf, walk, type Node, type Transformer } from './tree';

/** Letters of a formula's source that fit a phone's line without a break in them. */
const SHORT = 40;

const TOGETHER = 'cl-together';

const has = ({ properties }: Node, name: string) => String(properties?.className ?? '').includes(name);

/** A node of text after or before another, or nothing. */
const textAt = (nodes: readonly Node[], i: number) => (nodes[i]?.type === 'text' ? nodes[i] : undefined);

/**
 * Keeps lines from ending where no writer would end one: a browser may break the line on both sides of a formula, also
 * between it and the comma or the bracket that belongs to it; and before a percent sign.
 */
export function keepTogether(): Transformer {
  return (tree) => {
    walk(tree, (node, parent) => {
      // In code a blank is a blank, which somebody may copy.
      if (node.type !== 'text' || node.value === undefined || parent?.tagName === 'code') return;
      node.value = keepPercents(node.value);
    });
    walk(tree, (parent) => {
      if (has(parent, TOGETHER)) return;
      for (const formula of [...(parent.children ?? [])]) {
        if (!has(formula, 'math-inline') || textOf(formula).length > SHORT) continue;
        const siblings = parent.children ?? [];
        const at = siblings.indexOf(formula);
        const [before, after] = [textAt(siblings, at - 1), textAt(siblings, at + 1)];
        const [opening = ''] = /[([“‘]+$/.exec(before?.value ?? '') ?? [];
        const [closing = ''] = /^[-–)\].,;:!?”’]+/.exec(after?.value ?? '') ?? [];
        if (opening === '' && closing === '') continue;
        if (before?.value) before.value = before.value.slice(0, before.value.length - opening.length);
        if (after?.value) after.value = after.value.slice(closing.length);
        const children = [text(opening), formula, text(closing)].filter(({ value }) => value !== '');
        replace(parent, formula, [
          { type: 'element', tagName: 'span', properties: { className: [TOGETHER] }, children },
        ]);
      }
    });
  };
}
