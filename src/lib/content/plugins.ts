import type { Entry } from './bibtex';
import { placeCitations } from './citations';
import { checkLanguages } from './code';
import { complain } from './complain';
import { headingsOf } from './contents';
import { placeExercises } from './exercises';
import { placeFigures, type Definitions, type Figure, type Parse } from './figures';
import { keepToMarkdown } from './foreign';
import { checkFormulas } from './formulas';
import { readGlossary, type Term } from './glossary';
import { readFrontmatter } from './page';
import { bindPageLinks } from './page-links';
import { bindPhrases } from './phrases';
import { sectionsOf } from './sections';
import { placeSideNotes } from './side-notes';
import { bindTerms } from './terms';
import { curlQuotes } from './typography';
import { html, walk, type Node, type PageFile, type Transformer } from './tree';

/** What pages may refer to. */
export interface Library {
  definitions: Definitions;
  references: ReadonlyMap<string, Entry>;
  /** The glossary's page, as it is written. */
  glossary: string;
  /** Names of all pages' files below `content/`, without their ending. */
  names: readonly string[];
}

/** The components that stand for a widget and for an exercise in a page. */
const FIGURE = '/src/lib/hosts/WidgetFigure.svelte';
const EXERCISE = '/src/lib/hosts/ExerciseFigure.svelte';

const figuresOf = new WeakMap<PageFile, ReadonlyMap<string, Figure>>();

/** The steps on Markdown: everything that our pages can say beyond ordinary Markdown. */
export function enrich(this: { parse(markdown: string): Node }, library: Library): Transformer {
  let terms: ReadonlyMap<string, Term> | undefined;
  return (tree, file) => {
    keepToMarkdown(tree, file);
    readMatter(file);
    terms ??= readGlossary(this.parse(library.glossary));
    const parse: Parse = (markdown, line) => {
      const part = this.parse(markdown);
      walk(part, (node) => {
        node.position = { start: { line } };
      });
      keepToMarkdown(part, file);
      return part.children ?? [];
    };
    const figures = placeFigures(tree, file, library.definitions, parse);
    const shown = figures.size;
    const exercises = placeExercises(tree, file, library.definitions, figures, parse);
    figuresOf.set(file, figures);
    bindTerms(tree, file, terms);
    curlQuotes(tree);
    checkFormulas(tree, file);
    checkLanguages(tree, file);
    bindPhrases(tree, file, figures);
    bindPageLinks(tree, file, library.names);
    placeSideNotes(tree);
    const references = placeCitations(tree, file, library.references);
    file.data.fm = { ...file.data.fm, references, exercises };
    const imports = [
      ...(shown > 0 ? [`import WidgetFigure from '${FIGURE}';`] : []),
      ...(exercises.length > 0 ? [`import ExerciseFigure from '${EXERCISE}';`] : []),
    ];
    if (imports.length > 0) tree.children?.push(html(`<script>${imports.join(' ')}</script>`));
  };
}

/** The step on HTML, once the headings have their ids. */
export function collectHeadings(): Transformer {
  return (tree, file) => {
    const placed = figuresOf.get(file) ?? new Map<string, Figure>();
    const headings = headingsOf(tree, file, placed);
    const figures = [...placed.values()].map(({ name, widget }) => ({ name, widget }));
    file.data.fm = { ...file.data.fm, headings, figures, sections: sectionsOf(tree) };
  };
}

function readMatter(file: PageFile) {
  try {
    file.data.fm = readFrontmatter(file.data.fm);
  } catch (error) {
    complain(file, 1, (error as Error).message);
  }
}
