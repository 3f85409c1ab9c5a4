import { EXERCISE, STEPS } from './exercises';
import { PREDICTION } from './predictions';
import { FIGURE, type Figure } from './figures';
import { walk, type Node } from './tree';

/** The depth to which a heading begins a section of its own. */
const SECTION = 3;

/** The nodes that stand for a component, and are opened once the scenes are made. */
const PLACED = [FIGURE, EXERCISE, PREDICTION];

const isHeading = ({ type, depth = 9 }: Node) => type === 'heading' && depth <= SECTION;

/**
 * Puts each figure and the text that speaks of it into a scene, which scenes.css lays out: side by side where there is
 * room, the picture above its text elsewhere. A scene begins at the heading above the figure's fence. It ends before the
 * heading of the next figure, or with the last section that speaks of this one.
 * @param isRead whether the page has scenes at all
 */
export function makeScenes(tree: Node, figures: ReadonlyMap<string, Figure>, isRead: boolean): void {
  const blocks = tree.children ?? [];
  const made: Node[] = [];
  let at = 0;
  for (let i = 0; i < blocks.length; i++) {
    const figure = blocks[i];
    if (figure?.type !== FIGURE || !isRead) continue;
    const start = startOf(blocks, i, at);
    const end = endOf(blocks, i, namesOf(figure, figures));
    made.push(...blocks.slice(at, start), scene(blocks.slice(start, i), figure, blocks.slice(i + 1, end)));
    at = end;
    i = end - 1;
  }
  tree.children = [...made, ...blocks.slice(at)];
  walk(tree, (node) => {
    if (!node.children) return;
    node.children = node.children.flatMap((child) =>
      PLACED.includes(child.type) ? (child.children ?? []) : [child],
    );
  });
}

/** The names by which text speaks of a figure: its own, and those under which later sections show it. */
function namesOf(block: Node, figures: ReadonlyMap<string, Figure>): Set<string> {
  const name = block.data?.name ?? '';
  return new Set([name, ...[...figures.values()].filter(({ of }) => of === name).map((beat) => beat.name)]);
}

/** The heading above a block, if nothing else that was placed stands between. */
function startOf(blocks: readonly Node[], figure: number, from: number): number {
  for (let i = figure - 1; i >= from; i--) {
    const block = blocks[i];
    if (!block || block.type === STEPS) break;
    if (isHeading(block)) return i;
  }
  return figure;
}

/** The first block that is no longer about the figure. */
function endOf(blocks: readonly Node[], figure: number, names: ReadonlySet<string>): number {
  let last = figure;
  let limit = blocks.length;
  for (let i = figure + 1; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) break;
    if (block.type === FIGURE || block.type === STEPS) {
      limit = block.type === FIGURE ? startOf(blocks, i, figure + 1) : i;
      break;
    }
    if (speaksOf(block, names)) last = i;
  }
  last = Math.min(last, limit - 1);
  for (let i = last + 1; i < limit; i++) if (isHeading(blocks[i] as Node)) return i;
  return limit;
}

function speaksOf(block: Node, names: ReadonlySet<string>): boolean {
  let found = false;
  walk(block, ({ type, url = '', data }) => {
    if (type === PREDICTION) found ||= names.has(data?.name ?? '');
    if (type === 'beat') found ||= names.has(String(data?.hProperties?.id));
    const [, name] = /^#([^?:]+)/.exec(type === 'link' ? url : '') ?? [];
    found ||= name !== undefined && names.has(name);
  });
  return found;
}

function scene(lead: Node[], figure: Node, text: Node[]): Node {
  const full = figure.data?.stage === 'full';
  const part = (name: string, children: Node[]): Node[] =>
    children.length === 0
      ? []
      : [{ type: 'part-of-scene', children, data: { hName: 'div', hProperties: { className: [name] } } }];
  return {
    type: 'scene',
    children: [...part('cl-lead', lead), figure, ...part('cl-text', text)],
    data: { hName: 'div', hProperties: { className: ['cl-scene', ...(full ? ['cl-full'] : [])] } },
  };
}
