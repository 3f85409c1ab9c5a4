import { CONDITIONS, readCondition, readTolerance } from './condition';
import type { Definition } from './define';
import { FRAME_PARTS } from './frame-parts';
import type { Parameters, Values } from './parameters';
import { decode, defaults, encode } from './query';
import { isReached, valueOf, valuesAfter, type Aim, type Goal, type Task } from './task';
import { nearest } from './text';

/** What is wrong with a task, and in which line of its text, from 1. */
export interface Problem {
  line: number;
  field: string;
  value: string;
  message: string;
}

/** The most text that a task may have. */
const LONGEST = 10_000;

/** Words of the format. No widget may have a parameter of such a name. */
export const TASK_WORDS = ['question', 'hint', 'explanation', 'solution', 'lock', 'hide'] as const;

const OPTION = /^- \[( |x)\] (.+)$/;
const FIELD = /^(?:(goal|answer) )?([^:\s]+):\s*(.*)$/;

/** A line with those that go on from it, which are indented. */
interface Row {
  line: number;
  text: string;
}

function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  text.split(/\r?\n/).forEach((written, i) => {
    const last = rows.at(-1);
    if (written.trim() === '') return;
    if (/^\s/.test(written) && last) last.text += ` ${written.trim()}`;
    else rows.push({ line: i + 1, text: written.trim() });
  });
  return rows;
}

/** The task as it is read, line by line. */
class Draft {
  readonly problems: Problem[] = [];
  readonly goals: (Goal & { row: Row; text: string })[] = [];
  readonly options: { text: string; right: boolean }[] = [];
  readonly texts: Partial<Record<string, { row: Row; text: string }>> = {};
  answer: { name: string; of: Goal['of']; text: string; row: Row } | undefined;
  values: Values<Parameters>;
  readonly definition: Definition;

  constructor(definition: Definition) {
    this.definition = definition;
    this.values = defaults(definition.parameters);
  }

  complain(row: Row, field: string, value: string, message: string): void {
    this.problems.push({ line: row.line, field, value, message });
  }

  read(row: Row): void {
    const [, mark, option] = OPTION.exec(row.text) ?? [];
    if (option !== undefined) {
      this.options.push({ text: option, right: mark === 'x' });
      return;
    }
    const [, role, name, value = ''] = FIELD.exec(row.text) ?? [];
    if (name === undefined) {
      const message = `“name: value” or “- [ ] a choice” is expected, not “${row.text.slice(0, 60)}”`;
      this.complain(row, row.text, '', message);
    } else if (role === 'goal') this.#readGoal(row, name, value);
    else if (role === 'answer') this.#readAnswer(row, name, value);
    else if ((TASK_WORDS as readonly string[]).includes(name)) this.#readText(row, name, value);
    else this.#readParameter(row, name, value);
  }

  #readText(row: Row, name: string, text: string) {
    if (this.texts[name]) this.complain(row, name, text, `${name} is there twice`);
    else if (text === '') this.complain(row, name, text, `${name}: a text is expected`);
    else this.texts[name] = { row, text };
  }

  #readParameter(row: Row, name: string, value: string) {
    const { parameters, id } = this.definition;
    if (!Object.hasOwn(parameters, name)) {
      const known = [...Object.keys(parameters), ...TASK_WORDS];
      const near = nearest(name, known);
      this.complain(row, name, value, `widget “${id}” has no parameter “${name}”; the nearest is “${near}”`);
      return;
    }
    const { values, notices } = decode(parameters, `${name}=${encodeURIComponent(value)}`, this.values);
    for (const { message } of notices) this.complain(row, name, value, message);
    this.values = values;
  }

  /** Whether a name is an output's or a parameter's. Where it is both, a choice of the parameter decides. */
  #find(row: Row, word: string, name: string, value: string): Goal['of'] | undefined {
    const { outputs, parameters, id } = this.definition;
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    const isOutput = Object.hasOwn(outputs, name);
    const isChosen =
      parameter?.kind === 'choice' && parameter.options.some((option) => option.value === value);
    if (isOutput && !isChosen) return 'output';
    if (parameter) return 'parameter';
    const near = nearest(name, [...Object.keys(outputs), ...Object.keys(parameters)]);
    const message = `widget “${id}” has no output or parameter “${name}”; the nearest is “${near}”`;
    this.complain(row, `${word} ${name}`, value, message);
    return undefined;
  }

  #readGoal(row: Row, name: string, text: string) {
    const of = this.#find(row, 'goal', name, text);
    if (of === undefined) return;
    const condition = readCondition(text);
    const problem = of === 'parameter' ? this.#parameterProblem(name, text) : undefined;
    if (problem) this.complain(row, `goal ${name}`, text, problem);
    // A choice may be named by a number, such as a label of 0 or 1.
    else if (of === 'parameter' && this.definition.parameters[name]?.kind !== 'number')
      this.goals.push({ name, of, condition: { kind: 'name', name: text }, row, text });
    else this.goals.push({ name, of, condition, row, text });
  }

  /** Why a parameter cannot come to what a goal asks. */
  #parameterProblem(name: string, text: string): string | undefined {
    const parameter = this.definition.parameters[name];
    if (parameter?.kind === 'number') {
      const condition = readCondition(text);
      const { min, max, allowed } = parameter;
      if (condition.kind === 'name') return `goal ${name}: ${CONDITIONS} is expected, not “${text}”`;
      const isReachable = condition.from <= max && condition.to >= min && condition.from <= condition.to;
      return isReachable ? undefined : `goal ${name}: ${allowed} is expected, not “${text}”`;
    }
    if (parameter?.kind === 'point' || parameter?.kind === 'cloud')
      return `goal ${name}: a place is no goal; ask for an output that depends on it`;
    try {
      parameter?.parse(text);
      return undefined;
    } catch (error) {
      return `goal ${name}: ${(error as Error).message}, not “${text}”`;
    }
  }

  #readAnswer(row: Row, name: string, text: string) {
    const of = this.#find(row, 'answer', name, text);
    if (of === undefined) return;
    if (this.answer) this.complain(row, `answer ${name}`, text, 'there is an answer already');
    else this.answer = { name, of, text, row };
  }

  /** Names of a list that the widget knows. */
  names(word: 'lock' | 'hide', known: readonly string[]): string[] {
    const { text, row } = this.texts[word] ?? {};
    if (text === undefined || row === undefined) return [];
    const names = text.split(',').map((name) => name.trim());
    for (const name of names) {
      if (known.includes(name)) continue;
      this.complain(row, word, name, `${word}: no part “${name}”; the nearest is “${nearest(name, known)}”`);
    }
    return names;
  }
}

/**
 * Reads the text of a task, the same in a fence of Markdown and in the address of an embed:
 *
 * - `parameter: value` for the state to start from, `lock: y,m` and `hide: gradient` for what the reader does not get;
 * - `question:`, `hint:`, `explanation:` with one paragraph each, going on in indented lines;
 * - what is asked for, in one of three ways: `goal loss: 0`, one or more, all to hold together; `answer loss: 0.18 ± 0.005`,
 *   a number to be typed; `- [ ] wrong` and `- [x] right`, one to be chosen;
 * - `solution: x2=1,0`, a state that meets the goals or shows the answer, as a query over the state to start from.
 *
 * @returns the task, or everything that keeps it from being one
 */
export function readTask(definition: Definition, text: string): { task: Task } | { problems: Problem[] } {
  const draft = new Draft(definition);
  if (text.length > LONGEST) {
    const message = `a task has at most ${LONGEST} characters, not ${text.length}`;
    return { problems: [{ line: 1, field: 'task', value: '', message }] };
  }
  for (const row of rowsOf(text)) draft.read(row);
  const parameters = Object.keys(definition.parameters);
  const locked = draft.names('lock', parameters);
  const hidden = draft.names('hide', [...parameters, ...FRAME_PARTS]);
  const top: Row = { line: 1, text: '' };
  if (!draft.texts.question) draft.complain(top, 'question', '', 'a line “question: …” is expected');
  const after = draft.problems.length === 0 ? readSolution(draft, locked) : undefined;
  const aim = after && draft.problems.length === 0 ? readAim(draft, after) : undefined;
  if (!aim || draft.problems.length > 0) return { problems: draft.problems };
  const { question, hint, explanation, solution } = draft.texts;
  return {
    task: {
      query: encode(definition.parameters, draft.values),
      locked,
      hidden,
      question: question?.text ?? '',
      aim,
      hint: hint?.text,
      explanation: explanation?.text,
      solution: solution?.text,
    },
  };
}

/** The values in the state that solves the task; the state to start from where none is given. */
function readSolution(draft: Draft, locked: readonly string[]): Values<Parameters> {
  const { definition, values, texts } = draft;
  if (!texts.solution) return values;
  const { text, row } = texts.solution;
  for (const { field, value, message } of decode(definition.parameters, text, values).notices)
    draft.complain(row, 'solution', `${field}=${value}`, `solution: ${message}`);
  const changed = [...new URLSearchParams(text).keys()].find((name) => locked.includes(name));
  // What the reader is to reach must be in reach; an answer may be shown in any state.
  if (changed !== undefined && draft.goals.length > 0)
    draft.complain(row, 'solution', changed, `solution: it changes “${changed}”, which is locked`);
  return valuesAfter(definition, values, text);
}

function readAim(draft: Draft, after: Values<Parameters>): Aim | undefined {
  const { goals, options, answer, definition, values, texts } = draft;
  const ways = [goals.length > 0, options.length > 0, answer !== undefined].filter(Boolean).length;
  const at: Row = goals[0]?.row ?? answer?.row ?? texts.question?.row ?? { line: 1, text: '' };
  if (ways !== 1) {
    const what = ways === 0 ? 'nothing is asked for' : 'only one kind of answer is allowed';
    draft.complain(at, 'goal', '', `${what}: “goal …”, “answer …” or choices “- [ ] …” are expected`);
    return undefined;
  }
  if (answer) return readPrediction(draft, answer, after);
  if (options.length > 0) {
    const right = options.filter((option) => option.right).length;
    if (right === 1 && options.length > 1) return { kind: 'choose', options };
    const message = `two choices or more, one of them right “- [x]”, are expected, not ${options.length} with ${right} right`;
    draft.complain(at, 'choices', '', message);
    return undefined;
  }
  const [start, end] = [definition.model(values), definition.model(after)];
  for (const { condition, name, of, text, row } of goals) {
    const isNumber = [valueOf(definition, { name, of }, values, start)].every((v) => typeof v === 'number');
    if (of === 'output' && condition.kind === 'name' && isNumber)
      draft.complain(row, `goal ${name}`, text, `goal ${name}: ${CONDITIONS} is expected, not “${text}”`);
    else if (texts.solution && !isReached(definition, [{ name, of, condition }], after, end)) {
      const got = valueOf(definition, { name, of }, after, end);
      const message = `goal ${name}: ${text} is not met by the solution, where it is ${got}`;
      draft.complain(row, `goal ${name}`, text, message);
    }
  }
  const plain = goals.map(({ name, of, condition }) => ({ name, of, condition }));
  if (isReached(definition, plain, values, start))
    draft.complain(at, 'goal', '', 'the goal is met already in the state that the task starts from');
  return { kind: 'reach', goals: plain };
}

function readPrediction(
  draft: Draft,
  { name, of, text, row }: NonNullable<Draft['answer']>,
  after: Values<Parameters>,
): Aim | undefined {
  const { definition } = draft;
  const written = readTolerance(text);
  if (!written) {
    const message = `answer ${name}: a number with its tolerance “0.18 ± 0.005” is expected, not “${text}”`;
    draft.complain(row, `answer ${name}`, text, message);
    return undefined;
  }
  const value = valueOf(definition, { name, of }, after, definition.model(after));
  if (typeof value === 'string' || Math.abs(value - written.value) > written.tolerance) {
    draft.complain(row, `answer ${name}`, text, `answer ${name}: it is ${value} there, not ${text}`);
    return undefined;
  }
  return { kind: 'predict', name, ...written };
}
