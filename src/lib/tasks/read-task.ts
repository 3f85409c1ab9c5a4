import { CONDITIONS, readTolerance } from './condition';
import type { Definition } from '../state/define';
import { TaskParser, rowsOf, type Problem, type Row } from './task-parser';
import { FRAME_PARTS } from '../state/frame-parts';
import type { Parameters, Values } from '../state/parameters';
import { readPercent } from './percent';
import { decode, encode } from '../state/query';
import { isReached, valueOf, valuesAfter, type Aim, type Task } from './task';

/** The most text that a task may have. */
const LONGEST = 10_000;

/**
 * Reads the text of a task, the same in a fence of Markdown and in the address of an embed:
 *
 * - `parameter: value` for the state to start from, `lock: y,m` and `hide: gradient` for what the reader does not get,
 *   `free: x1` for what is hidden and can be changed in the figure all the same;
 * - `question:`, `hint:`, `explanation:` with one paragraph each, going on in indented lines; `hint-cost: 25 %`, the part
 *   of the points that a look at the hint costs, 0 unless given;
 * - what is asked for, in one of three ways: `goal loss: 0`, one or more, all to hold together; `answer loss: 0.18 ± 0.005`,
 *   a number to be typed; `- [ ] wrong` and `- [x] right`, one to be chosen;
 * - `solution: x2=1,0`, a state that meets the goals or shows the answer, as a query over the state to start from.
 *
 * @returns the task, or everything that keeps it from being one
 */
export function readTask(definition: Definition, text: string): { task: Task } | { problems: Problem[] } {
  const draft = new TaskParser(definition);
  if (text.length > LONGEST) {
    const message = `a task has at most ${LONGEST} characters, not ${text.length}`;
    return { problems: [{ line: 1, field: 'task', value: '', message }] };
  }
  for (const row of rowsOf(text)) draft.read(row);
  const parameters = Object.keys(definition.parameters);
  const locked = draft.names('lock', parameters);
  const hidden = draft.names('hide', [...parameters, ...FRAME_PARTS]);
  const free = draft.names('free', parameters);
  const fixed = [...locked, ...hidden.filter((name) => !free.includes(name))];
  const top: Row = { line: 1, text: '' };
  if (!draft.texts.question) draft.failAt(top, 'question', '', 'a line “question: …” is expected');
  const after = draft.problems.length === 0 ? readSolution(draft, locked, fixed) : undefined;
  const hintCost = readHintCost(draft);
  const aim = after && draft.problems.length === 0 ? readAim(draft, after) : undefined;
  if (!aim || draft.problems.length > 0) return { problems: draft.problems };
  const { question, hint, explanation, solution } = draft.texts;
  return {
    task: {
      query: encode(definition.parameters, draft.values),
      locked,
      hidden,
      free,
      question: question?.text ?? '',
      aim,
      hint: hint?.text,
      hintCost,
      explanation: explanation?.text,
      solution: solution?.text,
    },
  };
}

/** The values in the state that solves the task; the state to start from where none is given. */
function readSolution(
  draft: TaskParser,
  locked: readonly string[],
  fixed: readonly string[],
): Values<Parameters> {
  const { definition, values, texts } = draft;
  if (!texts.solution) return values;
  const { text, row } = texts.solution;
  for (const { field, value, message } of decode(definition.parameters, text, values).notices)
    draft.failAt(row, 'solution', `${field}=${value}`, `solution: ${message}`);
  const changed = [...new URLSearchParams(text).keys()].find((name) => fixed.includes(name));
  // What the reader is to reach must be in reach; an answer may be shown in any state.
  if (changed !== undefined && draft.goals.length > 0)
    draft.failAt(
      row,
      'solution',
      changed,
      `solution: it changes “${changed}”, which is ${locked.includes(changed) ? 'locked' : 'hidden'}`,
    );
  return valuesAfter(definition, values, text);
}

/** What a look at the hint costs, from 0 to 1. */
function readHintCost(draft: TaskParser): number {
  const { hint, 'hint-cost': written } = draft.texts;
  if (!written) return 0;
  const { text, row } = written;
  const cost = readPercent(text);
  if (cost === undefined)
    draft.failAt(row, 'hint-cost', text, `hint-cost: from “0 %” to “100 %” is expected, not “${text}”`);
  else if (!hint)
    draft.failAt(row, 'hint-cost', text, 'hint-cost: there is no hint that could cost anything');
  return cost ?? 0;
}

function readAim(draft: TaskParser, after: Values<Parameters>): Aim | undefined {
  const { goals, options, answer, definition, values, texts } = draft;
  const ways = [goals.length > 0, options.length > 0, answer !== undefined].filter(Boolean).length;
  const at: Row = goals[0]?.row ?? answer?.row ?? texts.question?.row ?? { line: 1, text: '' };
  if (ways !== 1) {
    const what = ways === 0 ? 'nothing is asked for' : 'only one kind of answer is allowed';
    draft.failAt(at, 'goal', '', `${what}: “goal …”, “answer …” or choices “- [ ] …” are expected`);
    return undefined;
  }
  if (answer) return readPrediction(draft, answer, after);
  if (options.length > 0) {
    const right = options.filter((option) => option.right).length;
    if (right === 1 && options.length > 1) return { kind: 'choose', options };
    const message = `two choices or more, one of them right “- [x]”, are expected, not ${options.length} with ${right} right`;
    draft.failAt(at, 'choices', '', message);
    return undefined;
  }
  const [start, end] = [definition.model(values), definition.model(after)];
  for (const { condition, name, of, text, row } of goals) {
    const isNumber = [valueOf(definition, { name, of }, values, start)].every((v) => typeof v === 'number');
    if (of === 'output' && condition.kind === 'name' && isNumber)
      draft.failAt(row, `goal ${name}`, text, `goal ${name}: ${CONDITIONS} is expected, not “${text}”`);
    else if (texts.solution && !isReached(definition, [{ name, of, condition }], after, end)) {
      const got = valueOf(definition, { name, of }, after, end);
      const message = `goal ${name}: ${text} is not met by the solution, where it is ${plain(got)}`;
      draft.failAt(row, `goal ${name}`, text, message);
    }
  }
  const bare = goals.map(({ name, of, condition }) => ({ name, of, condition }));
  if (isReached(definition, bare, values, start))
    draft.failAt(at, 'goal', '', 'the goal is met already in the state that the task starts from');
  return { kind: 'reach', goals: bare };
}

/** A value as one would write it, without the last digits of its arithmetic. */
const plain = (value: number | string) => (typeof value === 'number' ? Number(value.toPrecision(6)) : value);

function readPrediction(
  draft: TaskParser,
  { name, of, text, row }: NonNullable<TaskParser['answer']>,
  after: Values<Parameters>,
): Aim | undefined {
  const { definition } = draft;
  const written = readTolerance(text);
  if (!written) {
    const message = `answer ${name}: a number with its tolerance “0.18 ± 0.005” is expected, not “${text}”`;
    draft.failAt(row, `answer ${name}`, text, message);
    return undefined;
  }
  const value = valueOf(definition, { name, of }, after, definition.model(after));
  if (typeof value === 'string' || Math.abs(value - written.value) > written.tolerance) {
    draft.failAt(row, `answer ${name}`, text, `answer ${name}: it is ${plain(value)} there, not ${text}`);
    return undefined;
  }
  return { kind: 'predict', name, ...written };
}
