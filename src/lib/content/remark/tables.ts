import { replace, textOf, walk, type Node, type Transformer } from './tree';

/**
 * Columns from which on a table does not fit a telephone, of which one fewer are enough where they hold more than a word or a
 * number: prose.css lists its rows there, each cell under its heading.
 */
const MANY = 5;
/** Letters of a cell that holds more. */
const PHRASE = 20;

/** Puts each table in a frame of its own, so that a wide one scrolls there and not the page. */
export function frameTables(): Transformer {
  return (tree) => {
    walk(tree, (table, parent) => {
      if (table.tagName !== 'table' || !parent) return;
      const frame: Node = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['cl-table', ...(nameCells(table) ? ['cl-table-of-many'] : [])] },
        children: [table],
      };
      replace(parent, table, [frame]);
    });
  };
}

/** Gives each cell of a table of many columns the heading of its column; returns whether it is one. */
function nameCells(table: Node): boolean {
  const headings: string[] = [];
  const cells: Node[][] = [];
  walk(table, (node) => {
    if (node.tagName === 'th') headings.push(textOf(node));
    if (node.tagName === 'tr') cells.push((node.children ?? []).filter(({ tagName }) => tagName === 'td'));
  });
  const hasPhrases = cells.some((row) => row.slice(1).some((cell) => textOf(cell).length > PHRASE));
  if (headings.length < (hasPhrases ? MANY - 1 : MANY)) return false;
  for (const row of cells)
    row.forEach((cell, i) => (cell.properties = { ...cell.properties, dataHeading: headings[i] ?? '' }));
  return true;
}
