import type { Definition } from '../state/define';
import type { Parameters, Values } from '../state/parameters';
import { decode, encode } from '../state/query';
import { nearest } from '../state/text';
import { complain } from './complain';
import { html, replace, walk, type Node, type PageFile } from './tree';

export type Definitions = Record<string, Definition>;

/** The nodes of a text within a fence, told on which line of the page it stands. */
export type Parse = (markdown: string, line: number) => Node[];

/** A widget as a page shows it. */
export interface Figure {
  /** Its HTML id, by which links speak to it. */
  name: string;
  widget: string;
  definition: Definition;
  /** The state in which the page shows it. */
  query: string;
}

const INFO = /^(\S+)(?: as (\S+))?$/;
const NAME = /^[a-z][a-z0-9-]*$/;
const FIELD = /^([^:\s]+):\s*(.*)$/;

/** The figures of a page by name, their fences replaced by components with the caption inside. */
export function placeFigures(
  tree: Node,
  file: PageFile,
  definitions: Definitions,
  parse: Parse,
): Map<string, Figure> {
  const figures = new Map<string, Figure>();
  walk(tree, (node, parent) => {
    if (node.type !== 'code' || node.lang !== 'widget' || !parent) return;
    const { figure, caption } = readFence(node, file, definitions);
    addFigure(figures, figure, node, file);
    const { name, widget, query } = figure;
    const tag = `WidgetFigure name="${name}" widget="${widget}" query="${query.replaceAll('&', '&amp;')}"`;
    const nodes = caption
      ? [html(`<${tag}>`), ...parse(caption.text, caption.line), html('</WidgetFigure>')]
      : [html(`<${tag} />`)];
    replace(parent, node, nodes);
  });
  return figures;
}

/** Takes a figure in, whose name must be its own on the page. */
export function addFigure(figures: Map<string, Figure>, figure: Figure, fence: Node, file: PageFile): void {
  if (figures.has(figure.name)) {
    const advice = `name it otherwise: ${fence.lang} ${figure.widget} as ${figure.name}-2`;
    complain(file, fence, `there is a figure named “${figure.name}” already; ${advice}`);
  }
  figures.set(figure.name, figure);
}

/** The widget and the name that a fence gives after its first word. */
export function readInfo(fence: Node, file: PageFile, definitions: Definitions) {
  const info = INFO.exec(fence.meta?.trim() ?? '');
  const word = fence.lang;
  if (!info) complain(file, fence, `“${word} <id>” or “${word} <id> as <name>” is expected after the fence`);
  const [, widget = '', name = widget] = info;
  const definition = Object.hasOwn(definitions, widget) ? definitions[widget] : undefined;
  if (!definition) {
    const near = nearest(widget, Object.keys(definitions));
    complain(file, fence, `unknown widget “${widget}”, nearest valid name “${near}”`);
  }
  if (!NAME.test(name)) {
    complain(file, fence, `“${name}” is no name for a figure: small letters, digits and hyphens are allowed`);
  }
  return { widget, name, definition };
}

function readFence(fence: Node, file: PageFile, definitions: Definitions) {
  const { widget, name, definition } = readInfo(fence, file, definitions);
  let values = decode(definition.parameters, '').values;
  let caption: { text: string; line: number } | undefined;
  (fence.value ?? '').split('\n').forEach((row, i) => {
    if (row.trim() === '') return;
    const line = (fence.position?.start.line ?? 0) + 1 + i;
    const field = FIELD.exec(row.trim());
    if (!field) complain(file, line, `“parameter: value” is expected, not “${row.trim()}”`);
    const [, key = '', value = ''] = field;
    if (key === 'caption') caption = { text: value, line };
    else values = readQuery(definition, `${key}=${encodeURIComponent(value)}`, values, file, line);
  });
  const figure: Figure = { name, widget, definition, query: encode(definition.parameters, values) };
  return { figure, caption };
}

/** The values that a query sets over others; stops the build at the first field that cannot be read. */
export function readQuery(
  definition: Definition,
  query: string,
  over: Values<Parameters> | undefined,
  file: PageFile,
  at: Node | number,
) {
  const { values, notices } = decode(definition.parameters, query, over);
  const [notice] = notices;
  if (notice) {
    const known = Object.keys(definition.parameters);
    const message = known.includes(notice.field)
      ? notice.message
      : `widget “${definition.id}” has no parameter “${notice.field}”, nearest valid name “${nearest(notice.field, known)}”`;
    complain(file, at, message);
  }
  return values;
}
