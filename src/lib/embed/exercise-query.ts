import { rowsOf } from '../tasks/task-parser';
import { optionsQuery } from './embed-url';

const ACCESS = /^(lock|hide|free):(.*)$/;

/**
 * An exercise as the query of an embed that asks the same: what the reader gets of the widget as options, which the
 * builder shows control by control, and all else as the task.
 */
export function exerciseQuery(text: string): string {
  const names: Record<string, string[]> = { lock: [], hide: [], free: [] };
  const task: string[] = [];
  for (const { text: row } of rowsOf(text)) {
    const [, word, list = ''] = ACCESS.exec(row) ?? [];
    if (word === undefined) task.push(row);
    else names[word]?.push(...list.split(',').map((name) => name.trim()));
  }
  const { lock: locked, hide: hidden, free } = names;
  return optionsQuery({ widget: '', query: '', locked, hidden, free, task: task.join('\n') });
}
