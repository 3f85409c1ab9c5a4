import { embedAddress, type Embed } from '../../embed/embed-url';
import type { Definition } from '../../state/define';
import { readTask } from '../../tasks/read-task';
import { rowsOf } from '../../tasks/task-parser';
import type { Task } from '../../tasks/task';

/** A question as a platform's bank takes it in. */
export interface Question {
  /** A name that no other question has, of letters, digits and hyphens. */
  id: string;
  title: string;
  /** Where the bank files it. */
  category: string;
  definition: Definition;
  task: Task;
  /** The address of the figure that it is about. It holds no answer. */
  figure: string;
}

/** A page with exercises, as it is written. */
export interface ExercisePage {
  slug: string;
  title: string;
  text: string;
}

const FENCE = /^```exercise (\S+) as (\S+)\n([\s\S]*?)^```$/gm;

/** What a student must not find in the address of the figure. */
const ANSWERS = /^(?:solution|hint|hint-cost|explanation):/;

/**
 * The figure of a task, without its answer. A task that is solved by the figure brings its question and its goal along, so
 * that the figure says whether it is reached; a task that is answered in the platform leaves both to the platform.
 */
function figureOf(widget: string, task: Task, text: string): Embed {
  if (task.aim.kind === 'reach') {
    const open = rowsOf(text)
      .map((row) => row.text)
      .filter((line) => !ANSWERS.test(line));
    return { widget, query: '', task: open.join('\n') };
  }
  const { query, hidden, free, locked } = task;
  return { widget, query, hidden, free, locked };
}

/** @throws RangeError with what keeps the text from being a task */
export function questionOf(
  definition: Definition,
  text: string,
  { id, title, category, site }: { id: string; title: string; category: string; site: string },
): Question {
  const read = readTask(definition, text);
  if ('problems' in read) throw new RangeError(`${id}: ${read.problems[0]?.message}`);
  const { task } = read;
  return {
    id,
    title,
    category,
    definition,
    task,
    figure: embedAddress(site, figureOf(definition.id, task, text)),
  };
}

/** Every exercise of some pages. */
export function exercisesOf(
  pages: readonly ExercisePage[],
  definitions: Readonly<Record<string, Definition>>,
  site: string,
): Question[] {
  return pages.flatMap(({ slug, title: category, text }) =>
    [...text.matchAll(FENCE)].map(([, widget = '', name = '', body = ''], at) => {
      const definition = Object.hasOwn(definitions, widget) ? definitions[widget] : undefined;
      if (!definition) throw new RangeError(`${slug}, ${name}: no widget “${widget}”`);
      return questionOf(definition, body, {
        id: `${slug}-${name}`,
        title: `${category}, exercise ${at + 1}`,
        category,
        site,
      });
    }),
  );
}
