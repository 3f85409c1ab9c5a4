import { CONDITIONS, readCondition } from './condition';
import type { Definition } from '../state/define';
import type { Parameters, Values } from '../state/parameters';
import { decode, defaults } from '../state/query';
import type { Goal } from './task';
import { nearest } from '../state/text';

/** What is wrong with a task, and in which line of its text, from 1. */
export interface Problem {
  line: number;
  field: string;
  value: string;
  message: string;
}

/** Words of the format. No widget may have a parameter of such a name. */
export const TASK_WORDS = [
  'question',
  'hint',
  'hint-cost',
  'explanation',
  'solution',
  'lock',
  'hide',
  'free',
] as const;

const OPTION = /^- \[( |x)\] (.+)$/;
const FIELD = /^(?:(goal|answer) )?([^:\s]+):\s*(.*)$/;

/** A line with those that go on from it, which are indented. */
export interface Row {
  line: number;
  text: string;
}

export function rowsOf(text: string): Row[] {
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
export class TaskParser {
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

  failAt(row: Row, field: string, value: string, message: string): void {
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
      this.failAt(row, row.text, '', message);
    } else if (role === 'goal') this.#readGoal(row, name, value);
    else if (role === 'answer') this.#readAnswer(row, name, value);
    else if ((TASK_WORDS as readonly string[]).includes(name)) this.#readText(row, name, value);
    else this.#readParameter(row, name, value);
  }

  #readText(row: Row, name: string, text: string) {
    if (this.texts[name]) this.failAt(row, name, text, `${name} is there twice`);
    else if (text === '') this.failAt(row, name, text, `${name}: a text is expected`);
    else this.texts[name] = { row, text };
  }

  #readParameter(row: Row, name: string, value: string) {
    const { parameters, id } = this.definition;
    if (!Object.hasOwn(parameters, name)) {
      const known = [...Object.keys(parameters), ...TASK_WORDS];
      const near = nearest(name, known);
      this.failAt(row, name, value, `widget “${id}” has no parameter “${name}”; the nearest is “${near}”`);
      return;
    }
    const { values, notices } = decode(parameters, `${name}=${encodeURIComponent(value)}`, this.values);
    for (const { message } of notices) this.failAt(row, name, value, message);
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
    this.failAt(row, `${word} ${name}`, value, message);
    return undefined;
  }

  #readGoal(row: Row, name: string, text: string) {
    const of = this.#find(row, 'goal', name, text);
    if (of === undefined) return;
    const condition = readCondition(text);
    const problem = of === 'parameter' ? this.#parameterProblem(name, text) : undefined;
    if (problem) this.failAt(row, `goal ${name}`, text, problem);
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
    if (this.answer) this.failAt(row, `answer ${name}`, text, 'there is an answer already');
    else this.answer = { name, of, text, row };
  }

  /** Names of a list that the widget knows. */
  names(word: 'lock' | 'hide' | 'free', known: readonly string[]): string[] {
    const { text, row } = this.texts[word] ?? {};
    if (text === undefined || row === undefined) return [];
    const names = text.split(',').map((name) => name.trim());
    for (const name of names) {
      if (known.includes(name)) continue;
      this.failAt(row, word, name, `${word}: no part “${name}”; the nearest is “${nearest(name, known)}”`);
    }
    return names;
  }
}
