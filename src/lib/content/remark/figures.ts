import type { Compact, Definition } from '../../state/define';
import type { Parameters, Values } from '../../state/parameters';
import { decode, encodeFields } from '../../state/query';
import { nearest } from '../../state/text';
import { failAt } from './fail-at';
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
  /** The controls and parts that stand beside the text, the main control first. */
  shown: readonly string[];
  /** For what a section shows of a figure that stands farther up: that figure's name. */
  of?: string;
}

/** Where a figure stands on a wide screen: beside its text, or above it over the whole width. */
type Stage = 'beside' | 'full';

const INFO = /^(\S+)(?: as (\S+))?$/;
const NAME = /^[a-z][a-z0-9-]*$/;
const FIELD = /^([^:\s]+):\s*(.*)$/;

/**
 * The figures of a page by name, their fences replaced by components with the caption inside.
 * @param beside whether the page is read in scenes, with compact figures beside its text
 */
export function placeFigures(
  tree: Node,
  file: PageFile,
  definitions: Definitions,
  parse: Parse,
  beside: boolean,
): Map<string, Figure> {
  const figures = new Map<string, Figure>();
  walk(tree, (node, parent) => {
    if (node.type !== 'code' || !parent) return;
    if (node.lang === 'widget') {
      const { widget, name, definition } = readInfo(node, file, definitions);
      const start = { name, widget, definition, query: '', shown: shownBy(definition, {}) };
      const { figure, caption, stage } = readFence(node, file, start);
      addFigure(figures, figure, node, file);
      const query = figure.query.replaceAll('&', '&amp;');
      const shown = beside ? ` shown="${figure.shown.join(' ')}"` : '';
      const tag = `WidgetFigure name="${name}" widget="${widget}" query="${query}"${shown}`;
      const children = caption
        ? [html(`<${tag}>`), ...parse(caption.text, caption.line), html('</WidgetFigure>')]
        : [html(`<${tag} />`)];
      replace(parent, node, [{ type: FIGURE, children, position: node.position, data: { name, stage } }]);
    } else if (node.lang === 'show') {
      const { figure, caption } = readFence(node, file, readShow(node, file, figures));
      addFigure(figures, figure, node, file);
      replace(parent, node, [beat(figure, caption && parse(caption.text, caption.line))]);
    }
  });
  return figures;
}

/** The type of the node that holds a figure until its scene is made. */
export const FIGURE = 'figure-of-page';

/** The place in the text from which a figure farther up is shown in another way. */
function beat({ name, of, query, shown }: Figure, caption: Node[] = []): Node {
  const properties = {
    className: ['cl-beat'],
    id: name,
    dataFigure: of,
    dataQuery: query,
    dataShown: shown.join(' '),
  };
  return { type: 'beat', children: caption, data: { hName: 'div', hProperties: properties } };
}

/** The figure that a `show` fence shows again, under a name of its own. */
function readShow(fence: Node, file: PageFile, figures: ReadonlyMap<string, Figure>): Figure {
  const info = INFO.exec(fence.meta?.trim() ?? '');
  if (!info) failAt(file, fence, '“show <figure>” or “show <figure> as <name>” is expected after the fence');
  const [, of = '', given] = info;
  const shown = figures.get(of);
  if (!shown || shown.of !== undefined) {
    const names = [...figures.values()].filter((figure) => figure.of === undefined).map(({ name }) => name);
    const near = nearest(of, names);
    const advice = near ? `nearest valid name “${near}”` : 'the page has none so far';
    failAt(file, fence, `no figure named “${of}” above this place, ${advice}`);
  }
  const count = [...figures.values()].filter((figure) => figure.of === of).length;
  const name = given ?? `${of}-${count + 2}`;
  checkName(name, fence, file);
  return { ...shown, name, of };
}

const EMPTY: Compact = { controls: [], parts: [] };

/** The controls and parts that a fence names; of the kind that it does not name, those of the compact widget. */
function shownBy({ compact = EMPTY }: Definition, { controls, parts }: Partial<Compact>): string[] {
  return [...(controls ?? compact.controls), ...(parts ?? compact.parts)];
}

/** Takes a figure in, whose name must be its own on the page. */
export function addFigure(figures: Map<string, Figure>, figure: Figure, fence: Node, file: PageFile): void {
  if (figures.has(figure.name)) {
    const advice = `name it otherwise: ${fence.lang} ${figure.widget} as ${figure.name}-2`;
    failAt(file, fence, `there is a figure named “${figure.name}” already; ${advice}`);
  }
  figures.set(figure.name, figure);
}

/** The widget and the name that a fence gives after its first word. */
export function readInfo(fence: Node, file: PageFile, definitions: Definitions) {
  const info = INFO.exec(fence.meta?.trim() ?? '');
  const word = fence.lang;
  if (!info) failAt(file, fence, `“${word} <id>” or “${word} <id> as <name>” is expected after the fence`);
  const [, widget = '', name = widget] = info;
  const definition = Object.hasOwn(definitions, widget) ? definitions[widget] : undefined;
  if (!definition) {
    const near = nearest(widget, Object.keys(definitions));
    failAt(file, fence, `unknown widget “${widget}”, nearest valid name “${near}”`);
  }
  checkName(name, fence, file);
  return { widget, name, definition };
}

function checkName(name: string, fence: Node, file: PageFile) {
  if (!NAME.test(name)) {
    failAt(file, fence, `“${name}” is no name for a figure: small letters, digits and hyphens are allowed`);
  }
}

/** What the lines of a fence say of a figure, over what it is without them. */
function readFence(fence: Node, file: PageFile, start: Figure) {
  const { definition } = start;
  let values = decode(definition.parameters, start.query).values;
  let caption: { text: string; line: number } | undefined;
  let stage: Stage = 'beside';
  const lists: { controls?: string[]; parts?: string[] } = {};
  const written = new Set(new URLSearchParams(start.query).keys());
  (fence.value ?? '').split('\n').forEach((row, i) => {
    if (row.trim() === '') return;
    const line = (fence.position?.start.line ?? 0) + 1 + i;
    const field = FIELD.exec(row.trim());
    if (!field) failAt(file, line, `“parameter: value” is expected, not “${row.trim()}”`);
    const [, key = '', value = ''] = field;
    if (key === 'caption') caption = { text: value, line };
    else if (key === 'controls')
      lists.controls = namesOf(value, Object.keys(definition.parameters), file, line);
    else if (key === 'parts') {
      const { parts, more = [] } = definition.compact ?? EMPTY;
      lists.parts = namesOf(value, [...parts, ...more], file, line);
    } else if (key === 'stage') stage = readStage(value, file, line);
    else {
      values = readQuery(definition, `${key}=${encodeURIComponent(value)}`, values, file, line);
      written.add(key);
    }
  });
  const { controls, parts } = lists;
  const shown = controls || parts ? shownBy(definition, lists) : start.shown;
  const figure: Figure = { ...start, query: encodeFields(definition.parameters, values, written), shown };
  return { figure, caption, stage };
}

function readStage(value: string, file: PageFile, line: number): Stage {
  if (value === 'beside' || value === 'full') return value;
  failAt(file, line, `stage: “beside” or “full” is expected, not “${value}”`);
}

/** The names of a list such as `y, m`; stops the build at one that the widget does not have. */
function namesOf(list: string, known: readonly string[], file: PageFile, line: number): string[] {
  const names = list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  for (const name of names) {
    if (!known.includes(name))
      failAt(
        file,
        line,
        `“${name}” is nothing that can be shown here, nearest valid name “${nearest(name, known)}”`,
      );
  }
  return names;
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
    failAt(file, at, message);
  }
  return values;
}
