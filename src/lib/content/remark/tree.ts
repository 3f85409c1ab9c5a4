import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

/** A place in a text, from 1. */
interface Place {
  line: number;
  column: number;
}

/** What the pipeline reads of a syntax tree: Markdown's (mdast) before, HTML's (hast) after the turn to HTML. */
export interface Node {
  type: string;
  /** Text of a leaf. */
  value?: string;
  children?: Node[];
  position?: { start: Place; end: Place };
  /** Code: the first word after the fence, and the rest of that line. */
  lang?: string | null;
  meta?: string | null;
  /** Heading: its level. */
  depth?: number;
  /** Link: its address. */
  url?: string;
  /** Reference: the text between the brackets. */
  label?: string;
  /** HTML: the element's name and attributes. */
  tagName?: string;
  properties?: Record<string, unknown>;
  /** Markdown: the element that it becomes. */
  data?: { hName?: string; hProperties?: Record<string, unknown>; name?: string; stage?: string };
}

/** The file that a tree was read from, and what the pipeline found in it. */
export interface PageFile {
  filename: string;
  data: { fm?: Record<string, unknown> };
}

/** A step of the pipeline. */
export type Transformer = (tree: Node, file: PageFile) => void;

/** Calls `see` for every node, parents first; what `see` puts into the tree behind a node is seen too. */
export function walk(tree: Node, see: (node: Node, parent?: Node) => void): void {
  visit(tree, (node, _, parent) => see(node, parent));
}

/** Gives the element that a node of Markdown becomes one more class. */
export function addClass(node: Node, name: string): void {
  const properties = node.data?.hProperties ?? {};
  const classes = Array.isArray(properties.className) ? (properties.className as string[]) : [];
  if (classes.includes(name)) return;
  node.data = { ...node.data, hProperties: { ...properties, className: [...classes, name] } };
}

/** The text of a node and all within it. */
export const textOf = (node: Node): string => toString(node);

/** Puts other nodes instead of one child. */
export function replace(parent: Node, child: Node, by: readonly Node[]): void {
  const at = parent.children?.indexOf(child) ?? -1;
  if (at >= 0) parent.children?.splice(at, 1, ...by);
}

export const text = (value: string): Node => ({ type: 'text', value });
export const html = (value: string): Node => ({ type: 'html', value });
