import { readTask } from '../../tasks/read-task';
import { rowsOf, type Problem } from '../../tasks/task-parser';
import { nearest } from '../../state/text';
import { failAt } from './fail-at';
import type { Figure, Parse } from './figures';
import { attribute, graded, textsOf } from './task-parts';
import { html, replace, walk, type Node, type PageFile } from './tree';

/** The type of the node that holds a prediction until the page's scenes are made. */
export const PREDICTION = 'prediction-of-page';

const INFO = /^(\S+) as ([a-z][a-z0-9-]*)$/;
/** What a prediction may say: the figure that it asks about gives everything else. */
const LINE = /^(?:(?:question|explanation|solution):|answer [^:\s]+:|- \[[ x]\] )/;

/**
 * Replaces the `predict` fences of a page by components that hold their texts: a question about a figure of the page, to be
 * answered before the figure is moved. Stops the build at the first thing that keeps it from being one.
 * @returns the names of the predictions in order
 */
export function placePredictions(
  tree: Node,
  file: PageFile,
  figures: ReadonlyMap<string, Figure>,
  parse: Parse,
): string[] {
  const names: string[] = [];
  walk(tree, (fence, parent) => {
    if (fence.type !== 'code' || fence.lang !== 'predict' || !parent) return;
    const { figure, name } = readInfo(fence, file, figures);
    if (figures.has(name) || names.includes(name))
      failAt(file, fence, `there is a figure or a prediction named “${name}” already`);
    names.push(name);
    const text = `${fence.value ?? ''}\n${stateOf(figure)}`;
    const task = readPrediction(text, figure, fence, file);
    const tag = `Prediction name="${name}" figure="${figure.name}" task={${attribute(graded(text))}}`;
    const children = [html(`<${tag}>`), ...textsOf(task, fence, parse), html('</Prediction>')];
    const data = { name: figure.name };
    replace(parent, fence, [{ type: PREDICTION, children, position: fence.position, data }]);
  });
  return names;
}

/** The figure that a fence asks about, and the name of the question. */
function readInfo(fence: Node, file: PageFile, figures: ReadonlyMap<string, Figure>) {
  const [, of = '', name = ''] = INFO.exec(fence.meta?.trim() ?? '') ?? [];
  if (name === '')
    failAt(
      file,
      fence,
      '“predict <figure> as <name>” is expected after the fence: small letters, digits, hyphens',
    );
  const figure = figures.get(of);
  if (figure) return { figure, name };
  const near = nearest(of, [...figures.keys()]);
  failAt(
    file,
    fence,
    `no figure named “${of}” on this page, ${near ? `nearest valid name “${near}”` : 'which has none'}`,
  );
}

/** The state of a figure as lines of a task, below those of the author, whose numbers stay. */
const stateOf = ({ query }: Figure) =>
  [...new URLSearchParams(query)].map(([name, value]) => `${name}: ${value}`).join('\n');

function readPrediction(text: string, { definition }: Figure, fence: Node, file: PageFile) {
  const first = fence.position?.start.line ?? 0;
  const fail = ({ line, message }: Pick<Problem, 'line' | 'message'>): never =>
    failAt(file, first + line, message);
  const rows = rowsOf(fence.value ?? '');
  const strange = rows.find((row) => !LINE.test(row.text));
  if (strange) {
    const message = `“question:”, “- [ ] a choice”, “answer <output>:”, “explanation:” or “solution:” is expected, not “${strange.text.slice(0, 60)}”`;
    fail({ line: strange.line, message });
  }
  for (const part of ['solution', 'explanation'])
    if (!rows.some((row) => row.text.startsWith(`${part}:`)))
      fail({ line: 0, message: `a line “${part}: …” is expected` });
  const read = readTask(definition, text);
  if ('problems' in read)
    return fail(read.problems[0] ?? { line: 0, message: 'the question cannot be read' });
  return read.task;
}
