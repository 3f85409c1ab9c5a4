import { replace, walk, type Node, type Transformer } from './tree';

/** Puts each table in a frame of its own, so that a wide one scrolls there and not the page. */
export function frameTables(): Transformer {
  return (tree) => {
    walk(tree, (table, parent) => {
      if (table.tagName !== 'table' || !parent) return;
      const frame: Node = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['cl-table'] },
        children: [table],
      };
      replace(parent, table, [frame]);
    });
  };
}
