import type { Definition } from '../state/define';
import { formatNumber } from '../state/text';
import { decode } from '../state/query';
import { holds, isExact, type Condition } from './condition';
import { valueOf, type Goal, type Task } from './task';
import { changeable, tryStates } from './try-states';

/** States that are tried. */
const TRIES = 400;
/** Fewer than these say nothing. */
const FEWEST = 60;
/** The share of them that must meet an exact number: then it is met on a whole area, and not by luck. */
const SOME = 0.01;

const textOf = (condition: Condition): string => {
  if (condition.kind === 'name') return `“${condition.name}”`;
  const { from, to } = condition;
  if (isExact(condition)) return formatNumber((from + to) / 2);
  if (from === -Infinity) return `at most ${formatNumber(to)}`;
  if (to === Infinity) return `at least ${formatNumber(from)}`;
  return `from ${formatNumber(from)} to ${formatNumber(to)}`;
};

/** What was seen of one goal. */
interface Seen {
  goal: Goal;
  met: number;
  values: Set<number | string>;
}

/** What a goal came to, in words. */
function seenText({ values }: Seen): string {
  const numbers = [...values].filter(
    (value) => typeof value === 'number' && Number.isFinite(value),
  ) as number[];
  if (numbers.length > 0) {
    const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
    return least === most
      ? `it stays ${formatNumber(least)}`
      : `it went from ${formatNumber(least)} to ${formatNumber(most)}`;
  }
  return `it was ${[...values].map((value) => `“${value}”`).join(', ')}`;
}

function warningOf(
  seen: Seen,
  isSolvedByAuthor: boolean,
  isConclusive: boolean,
  tried: number,
): string | undefined {
  const { goal, met } = seen;
  const name = `goal ${goal.name}`;
  if (goal.of === 'output' && isExact(goal.condition) && met < SOME * tried) {
    const number = textOf(goal.condition);
    return `${name}: exactly ${number} is asked for, which a hand hardly hits; write a range, such as “${number} ± 0.01”`;
  }
  if (met > 0 || isSolvedByAuthor || !isConclusive) return undefined;
  return `${name}: ${textOf(goal.condition)} was not met by any of ${tried} states that were tried, where ${seenText(seen)}; give a solution if there is one`;
}

/**
 * Why a task that reads well may not be one that can be solved: an exact number that no hand hits, a name that never
 * comes, a value out of reach, goals that never hold together. Found by trying, so that it is a warning and no proof.
 * @param isOver whether to try no more: the model of some widgets takes long
 */
export function taskWarnings(definition: Definition, task: Task, isOver = () => false): string[] {
  if (task.aim.kind !== 'reach') return [];
  const names = changeable(definition, task);
  if (names.length === 0) return ['the student can change nothing: every parameter is locked or hidden'];
  const { values: start } = decode(definition.parameters, task.query);
  const all: Seen[] = task.aim.goals.map((goal) => ({ goal, met: 0, values: new Set() }));
  let together = 0;
  let tried = 0;
  for (const { values, model } of tryStates(definition, start, names, TRIES)) {
    if (isOver()) break;
    tried++;
    let met = 0;
    for (const seen of all) {
      const value = valueOf(definition, seen.goal, values, model);
      seen.values.add(value);
      if (!holds(seen.goal.condition, value)) continue;
      seen.met++;
      met++;
    }
    if (met === all.length) together++;
  }
  const isSolvedByAuthor = task.solution !== undefined;
  // What is placed or drawn by hand, and what is measured, was not tried.
  const isByHand = names.some((name) =>
    ['cloud', 'drawings'].includes(definition.parameters[name]?.kind ?? ''),
  );
  const isConclusive = !isByHand && definition.observe === undefined;
  if (!isSolvedByAuthor && together === 0 && (tried < FEWEST || !isConclusive)) {
    const why = isConclusive
      ? 'this figure takes too long to compute'
      : 'it depends on what is drawn, placed or trained by hand';
    return [
      `whether the goal can be reached was not tried, since ${why}; show the state that solves it, and make it the goal`,
    ];
  }
  if (tried < FEWEST) return [];
  const warnings = all.flatMap((seen) => warningOf(seen, isSolvedByAuthor, isConclusive, tried) ?? []);
  if (warnings.length === 0 && together === 0 && !isSolvedByAuthor && isConclusive)
    warnings.push(`the goals were each met, but never together in ${tried} states that were tried`);
  return warnings;
}
