import { failAt } from './fail-at';
import { text, walk, type Node, type PageFile, type Transformer } from './tree';

const COMMENT = /<!--[\s\S]*?-->/g;

/**
 * Keeps a page to Markdown: HTML in it stops the build, comments aside, and what only looks like Svelte is text.
 * What a page means to say with either, Markdown or a fence of ours says.
 */
export function rejectHtml(tree: Node, file: PageFile): void {
  walk(tree, (node) => {
    const value = node.value ?? '';
    if (node.type === 'svelteBlock') {
      node.type = 'paragraph';
      node.children = [{ ...text(value), position: node.position }];
      delete node.value;
    } else if (node.type === 'html' || node.type === 'svelteTag') {
      const markup = value.replace(COMMENT, '').trim();
      if (markup !== '') {
        const shown = markup.length > 40 ? `${markup.slice(0, 40)}…` : markup;
        failAt(file, node, `a page holds no HTML; write “${shown}” in Markdown, or as code in backticks`);
      }
      node.value = '';
    }
  });
}

const ENTITIES: Record<string, string> = { '<': '&lt;', '{': '&#123;', '}': '&#125;' };

const escaped = (written: string) => written.replace(/[<{}]/g, (sign) => ENTITIES[sign] ?? sign);

const escapedAttribute = (written: string) =>
  escaped(written)
    .replaceAll('"', '&quot;')
    // The next step turns these back into braces, unless they are written small.
    .replace(/%7[BD]/g, (code) => code.toLowerCase());

const isFormula = (node: Node) => /math-(inline|display)/.test(String(node.properties?.className ?? ''));

/**
 * The step on HTML before formulas are set: braces and brackets in text and in attributes are what they look like to
 * the author, and not Svelte's. Ampersands stay, for entities are still as the author wrote them.
 */
export function escapeForSvelte(): Transformer {
  const escape = (node: Node) => {
    if (isFormula(node)) return;
    if (node.type === 'text') node.value = escaped(node.value ?? '');
    const { properties = {} } = node;
    for (const [name, value] of Object.entries(properties)) {
      if (typeof value === 'string') properties[name] = escapedAttribute(value);
    }
    node.children?.forEach(escape);
  };
  return escape;
}
