import { failAt } from './fail-at';
import type { Figure } from './figures';
import { forMarked } from './marked-quotes';
import { blocksOf } from './sections';
import { addClass, textOf, walk, type Node, type PageFile } from './tree';

/** What a class sees of one step of a lesson. */
export interface Slide {
  title: string;
  /** What the lesson marks for the class, in parts that are shown one after the other. */
  parts: Node[];
  /** The widget beside it: the name by which phrases set it, and the state in which it begins. */
  figure?: { name: string; widget: string; query: string };
}

const FOR_CLASS = 'cl-for-class';
const PLACED = /^<WidgetFigure name="([^"]+)"/;
/** The time that a teacher needs to know, at the beginning of a heading. */
const TIME = /^Minutes \d+ to \d+: (.)/;

const classesOf = (node: Node) => String(node.properties?.className ?? '');

/** Block quotes that begin with `[!class]` hold what is shown to a class; the page for teachers says so above them. */
export function markForClass(tree: Node): void {
  forMarked(tree, 'class', (quote) => {
    const properties = { ...quote.data?.hProperties, role: 'note', ariaLabel: 'For the class' };
    quote.data = { ...quote.data, hName: 'aside', hProperties: properties };
    addClass(quote, FOR_CLASS);
  });
}

/**
 * The slides of a lesson, from its page as HTML before formulas are set. A section makes a slide if it has a figure or
 * holds something for the class, and one more for each further figure. Everything else stays on the page: there are the
 * answers.
 */
export function slidesOf(tree: Node, file: PageFile, figures: ReadonlyMap<string, Figure>): Slide[] {
  const slides: (Slide & { spoken?: string })[] = [];
  let title: string | undefined;
  for (const block of blocksOf(tree)) {
    if (block.tagName === 'h2') {
      title = textOf(block).replace(TIME, (_, first: string) => first.toUpperCase());
      slides.push({ title, parts: [] });
      continue;
    }
    let slide = slides.at(-1);
    if (title === undefined || !slide) continue;
    const [, placed] = PLACED.exec(block.value ?? '') ?? [];
    if (placed !== undefined) {
      if (slide.figure) slides.push((slide = { title, parts: [] }));
      slide.figure = figureOf(figures, placed);
    } else if (classesOf(block).includes(FOR_CLASS)) {
      slide.parts.push(partOf(block, file));
    }
    slide.spoken ??= spokenOf(block);
  }
  return slides
    .filter(({ figure, parts }) => figure || parts.length > 0)
    .map(({ spoken, figure = figureOf(figures, spoken), ...slide }) =>
      figure ? { ...slide, figure } : slide,
    );
}

function figureOf(figures: ReadonlyMap<string, Figure>, name: string | undefined): Slide['figure'] {
  const figure = figures.get(name ?? '');
  if (!figure) return undefined;
  return { name: figure.of ?? figure.name, widget: figure.widget, query: figure.query };
}

/** The figure that a phrase of a block sets, which may stand farther up. */
function spokenOf(block: Node): string | undefined {
  let name: unknown;
  walk(block, ({ properties }) => (name ??= properties?.dataWidget));
  return name as string | undefined;
}

/** A part as a slide has it: without definitions and links, which lead to the text, but for phrases. */
function partOf(block: Node, file: PageFile): Node {
  walk(block, (node) => {
    if (/cl-(follow|scrub)/.test(classesOf(node)))
      failAt(file, node, 'a slide has no number that follows a figure; give the number of a state, or none');
  });
  return { ...bare(block), tagName: 'div', properties: {} };
}

function bare({ type, tagName, value, properties, children = [] }: Node): Node {
  if (value !== undefined) return { type, value };
  const kept = children
    .filter((child) => !classesOf(child).includes('cl-definition'))
    .map((child) => bare(child));
  const phrase = classesOf({ type, ...(properties && { properties }) }).includes('cl-set');
  if (tagName === 'a' && !phrase) return { type, tagName: 'span', properties: {}, children: kept };
  return { type, ...(tagName && { tagName }), properties: properties ?? {}, children: kept };
}
