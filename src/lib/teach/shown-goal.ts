import { formatNumber } from '../state/text';
import type { Definition } from '../state/define';
import { nameOf } from './reference';

/** The values of a widget's outputs and parameters in a state, by name. */
type Seen = Readonly<Record<string, number | string>>;

/** The fields of a query that are wanted, as a query. */
export function pick(query: string, isWanted: (name: string) => boolean): string {
  const fields = [...new URLSearchParams(query)].filter(([name]) => isWanted(name));
  return new URLSearchParams(fields).toString();
}

/** The name of the first field of a query. */
export const firstField = (query: string): string => [...new URLSearchParams(query).keys()][0] ?? '';

/** What a state is most often asked for by. */
const USUAL = 'loss';

/** Room on either side, as a share of the way from the start to the goal. */
const ROOM = 0.1;

/** How much of a number counts: less is the rounding of the machine. */
const SEEN = 1e-6;

const differs = (a: number | string | undefined, b: number | string | undefined) =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) > SEEN : a !== b;

/** The output that tells the goal from the start: the loss where it does, else the first that does. */
export function chooseGoal({ outputs }: Definition, start: Seen, goal: Seen): string | undefined {
  const names = Object.keys(outputs).filter((name) => differs(start[name], goal[name]));
  return names.includes(USUAL) ? USUAL : (names.find((name) => typeof goal[name] === 'number') ?? names[0]);
}

/** A number with one digit that counts: 0.037 is 0.04. */
function rounded(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return Number((Math.max(1, Math.round(value / unit)) * unit).toPrecision(1));
}

/** How far from the goal still counts: little beside the way from the start, which would be solved otherwise. */
export function toleranceOf(goal: number | string, start: number | string | undefined): number {
  if (typeof goal !== 'number' || typeof start !== 'number' || !differs(goal, start)) return 0.05;
  return rounded(Math.abs(goal - start) * ROOM);
}

/** What a value that is shown comes to as a condition: a number with some room, or a name. */
export function conditionOf(value: number | string, tolerance: number): string {
  if (typeof value === 'string') return value;
  const digits = tolerance > 0 ? Math.max(3, 1 - Math.floor(Math.log10(tolerance))) : 6;
  return `${formatNumber(value, digits)} ± ${formatNumber(tolerance, digits)}`;
}

/** A question that asks for a goal, for a teacher to go on from. */
export function questionFor(
  { outputs, parameters }: Definition,
  { name, condition }: { name: string; condition: string },
): string {
  const output = Object.hasOwn(outputs, name) ? outputs[name] : undefined;
  const asked = output ?? parameters[name];
  if (!asked) return '';
  const [value, tolerance] = condition.split('±').map((part) => part.trim());
  const unit = output?.unit ? ` ${output.unit}` : '';
  const room = tolerance === undefined ? '' : `, give or take ${tolerance}`;
  return `Bring the figure to where “${nameOf(asked)}” is ${value}${unit}${room}.`;
}
