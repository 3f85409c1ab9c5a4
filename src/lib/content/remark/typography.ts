import { walk, type Node } from './tree';

/** Curls the quotation marks and apostrophes of running text; code, formulas and attributes are other kinds of node. */
export function curlQuotes(tree: Node): void {
  walk(tree, (node, parent) => {
    if (node.type !== 'text' || node.value === undefined) return;
    // What follows a word that is marked up, as in `name`'s, closes.
    const closed = parent?.children?.[0] !== node;
    node.value = node.value.replace(/(^|[^])(["'])/g, (_, before: string, mark: string) => {
      const opens = before === '' ? !closed : /[\s([{—–“‘]/.test(before);
      if (mark === '"') return before + (opens ? '“' : '”');
      return before + (opens ? '‘' : '’');
    });
  });
}
