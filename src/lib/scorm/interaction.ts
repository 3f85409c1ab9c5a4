import { readNumber } from '../state/read-number';
import { formatNumber } from '../state/text';
import type { AttemptRecord } from '../tasks/task';

/** How a student answers: by the state of the figure, by a number, or by one of a few choices. */
export type AnswerKind = 'reach' | 'predict' | 'choose';

/** An answer as SCORM 1.2 has it, `cmi.interactions.n` (ADL 2001, section 3.4.4), without `cmi.interactions.n.`. */
export type Interaction = Record<'id' | 'type' | 'student_response' | 'result' | 'latency', string>;

/** The most characters of a response. */
const LONGEST = 255;

/** A time as SCORM 1.2 writes it: `0001:02:03.45`. */
export function timespan(milliseconds: number): string {
  const hundredths = Math.round(Math.max(0, milliseconds) / 10);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const hours = String(Math.floor(hundredths / 360_000)).padStart(4, '0');
  return `${hours}:${two((hundredths / 6000) % 60)}:${two((hundredths / 100) % 60)}.${two(hundredths % 100)}`;
}

const TYPES: Record<AnswerKind, string> = { reach: 'performance', predict: 'numeric', choose: 'choice' };

/** A choice as a letter, by its place in the list. */
export const letterOf = (place: number) => String.fromCharCode('a'.charCodeAt(0) + place);

/** What the student answered: a choice as a letter, a number with a decimal point, a state as its query. */
export function responseOf(kind: AnswerKind, answer: string, state: string): string {
  if (kind === 'choose') return letterOf(Number(answer));
  const number = kind === 'predict' ? readNumber(answer) : undefined;
  return kind === 'predict' ? formatNumber(number ?? 0) : state;
}

/** One answer of a student. @param latency milliseconds since the question was seen, or since the answer before */
export function interaction(
  id: string,
  kind: AnswerKind,
  { solved, answer = '' }: AttemptRecord,
  state: string,
  latency: number,
): Interaction {
  return {
    id,
    type: TYPES[kind],
    student_response: responseOf(kind, answer, state).slice(0, LONGEST),
    result: solved ? 'correct' : 'wrong',
    latency: timespan(latency),
  };
}
