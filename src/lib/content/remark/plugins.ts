import type { Entry } from '../bibliography/bibtex';
import { placeCitations } from './citations';
import { checkLanguages } from './code';
import { failAt } from './fail-at';
import { headingsOf } from './contents';
import { placeExercises } from './exercises';
import { placePredictions } from './predictions';
import { placeFigures, type Definitions, type Figure, type Parse } from './figures';
import { rejectHtml } from './reject-html';
import { checkFormulas } from './formulas';
import { readGlossary, type Term } from './glossary';
import { readFrontmatter } from '../page';
import { bindPageLinks } from './page-links';
import { bindStateLinks } from './state-links';
import { makeScenes } from './scenes';
import { sectionsOf } from './sections';
import { markForClass, slidesOf } from './slides';
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

/** The components that stand for a widget, an exercise and a prediction in a page. */
const FIGURE = '/src/lib/prerender/WidgetFigure.svelte';
const EXERCISE = '/src/lib/prerender/ExerciseFigure.svelte';
const PREDICTION = '/src/lib/prerender/Prediction.svelte';

const figuresOf = new WeakMap<PageFile, ReadonlyMap<string, Figure>>();

/** The steps on Markdown: everything that our pages can say beyond ordinary Markdown. */
export function enrich(this: { parse(markdown: string): Node }, library: Library): Transformer {
  let terms: ReadonlyMap<string, Term> | undefined;
  return (tree, file) => {
    rejectHtml(tree, file);
    readMatter(file);
    terms ??= readGlossary(this.parse(library.glossary));
    const parse: Parse = (markdown, line) => {
      const part = this.parse(markdown);
      walk(part, (node) => {
        node.position = { start: { line, column: 1 }, end: { line, column: 1 } };
      });
      rejectHtml(part, file);
      return part.children ?? [];
    };
    // A page with a place among the others is one to be read from its beginning to its end.
    const isRead = file.data.fm?.order !== undefined;
    const figures = placeFigures(tree, file, library.definitions, parse, isRead);
    const shown = figures.size;
    const exercises = placeExercises(tree, file, library.definitions, figures, parse);
    const predictions = placePredictions(tree, file, figures, parse);
    figuresOf.set(file, figures);
    bindTerms(tree, file, terms);
    curlQuotes(tree);
    checkFormulas(tree, file);
    checkLanguages(tree, file);
    bindStateLinks(tree, file, figures);
    bindPageLinks(tree, file, library.names);
    placeSideNotes(tree);
    markForClass(tree);
    makeScenes(tree, figures, isRead);
    const references = placeCitations(tree, file, library.references);
    file.data.fm = { ...file.data.fm, references, exercises };
    const imports = [
      ...(shown > 0 ? [`import WidgetFigure from '${FIGURE}';`] : []),
      ...(exercises.length > 0 ? [`import ExerciseFigure from '${EXERCISE}';`] : []),
      ...(predictions.length > 0 ? [`import Prediction from '${PREDICTION}';`] : []),
    ];
    if (imports.length > 0) tree.children?.push(html(`<script>${imports.join(' ')}</script>`));
  };
}

/** The step on HTML, once the headings have their ids. */
export function collectHeadings(): Transformer {
  return (tree, file) => {
    const placed = figuresOf.get(file) ?? new Map<string, Figure>();
    const headings = headingsOf(tree, file, placed);
    const figures = [...placed.values()]
      .filter(({ of }) => of === undefined)
      .map(({ name, widget }) => ({ name, widget }));
    file.data.fm = { ...file.data.fm, headings, figures, sections: sectionsOf(tree) };
  };
}

/** The step on HTML that reads the slides of a lesson, while formulas are still as they were written. */
export function collectSlides(): Transformer {
  return (tree, file) => {
    const slides = slidesOf(tree, file, figuresOf.get(file) ?? new Map<string, Figure>());
    file.data.fm = { ...file.data.fm, slides };
  };
}

function readMatter(file: PageFile) {
  try {
    file.data.fm = readFrontmatter(file.data.fm);
  } catch (error) {
    failAt(file, 1, (error as Error).message);
  }
}
