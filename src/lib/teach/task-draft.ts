import type { Definition } from '../state/define';
import type { Parameters, Values } from '../state/parameters';

/** A task as a form holds it. What the form has no field for is kept as it was written. */
export interface TaskDraft {
  question: string;
  /** Key of the output that must come to something, and what it must come to. */
  goal: { name: string; condition: string };
  hint: string;
  /** What a look at the hint costs, such as `25 %`. */
  hintCost: string;
  explanation: string;
  /** Further lines of the task, such as choices or a typed answer. */
  rest: string;
}

export const noTask = (): TaskDraft => ({
  question: '',
  goal: { name: '', condition: '' },
  hint: '',
  hintCost: '',
  explanation: '',
  rest: '',
});

/** Words of the task by the field that holds their text. */
const WORDS = {
  question: 'question',
  hint: 'hint',
  hintCost: 'hint-cost',
  explanation: 'explanation',
} as const;
const TEXTS = Object.keys(WORDS) as (keyof typeof WORDS)[];
const LINE = /^(goal )?([^:\s]+):\s*(.*)$/;

const oneLine = (text: string) => text.trim().replace(/\s+/g, ' ');

/** The task as text: the state to start from, then what the form says. Empty where nothing is asked. */
export function taskText(draft: TaskDraft, { parameters }: Definition, values: Values<Parameters>): string {
  if (draft.question.trim() === '') return '';
  const state = Object.entries(parameters).flatMap(([name, parameter]) => {
    const format = parameter.format as (value: unknown) => string;
    const text = format(values[name]);
    return text === format(parameter.default) ? [] : [`${name}: ${text}`];
  });
  const isSaid = (name: keyof typeof WORDS) =>
    draft[name].trim() !== '' && (name !== 'hintCost' || draft.hint.trim() !== '');
  const texts = TEXTS.filter(isSaid).map((name) => `${WORDS[name]}: ${oneLine(draft[name])}`);
  const { name, condition } = draft.goal;
  const goal = name !== '' && condition.trim() !== '' ? [`goal ${name}: ${oneLine(condition)}`] : [];
  const rest = draft.rest.trim() === '' ? [] : [draft.rest.trim()];
  return [...state, ...texts, ...goal, ...rest].join('\n');
}

/** The form for a task that is text, and the state that it starts from as a query. */
export function readDraft(text: string, { parameters }: Definition): { draft: TaskDraft; query: string } {
  const draft = noTask();
  const state = new URLSearchParams();
  const rest: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, goal, name = '', value = ''] = LINE.exec(line) ?? [];
    const field = TEXTS.find((known) => WORDS[known] === name);
    if (goal !== undefined && draft.goal.name === '') draft.goal = { name, condition: value };
    else if (goal === undefined && field) draft[field] = value;
    else if (goal === undefined && Object.hasOwn(parameters, name)) state.append(name, value);
    else rest.push(line);
  }
  draft.rest = rest.join('\n').trim();
  return { draft, query: state.toString() };
}
