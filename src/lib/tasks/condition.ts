import { readNumber } from '../state/read-number';

/** What a number or a name must come to. */
export type Condition =
  /** From `from` to `to`, both included unless `strict`. */
  { kind: 'range'; from: number; to: number; strict: boolean } | { kind: 'name'; name: string };

/** What may be written, in words. */
export const CONDITIONS = 'a number “1”, a range “0.9..1.1” or “1 ± 0.1”, or a comparison “> 1”';

/** A number that is written without a tolerance is met up to the rounding of the machine. */
const ROUNDING = 1e-9;

/** Where numbers stand in a condition; what they are, `readNumber` says. */
const FORMS = {
  range: /^(.+?)\s*\.\.\s*(.+)$/,
  tolerance: /^(.+?)\s*(?:±|\+-)\s*(.+)$/,
  comparison: /^(<=|>=|<|>|≤|≥)\s*(.+)$/,
};

const range = (from: number, to: number, strict = false): Condition => ({ kind: 'range', from, to, strict });

/** The two numbers of a form. */
function pairOf(form: RegExp, text: string): [number, number] | undefined {
  const [, first = '', second = ''] = form.exec(text) ?? [];
  const [a, b] = [readNumber(first), readNumber(second)];
  return a === undefined || b === undefined ? undefined : [a, b];
}

/** Reads `0.5 ± 0.02`; `undefined` for anything else. */
export function readTolerance(text: string): { value: number; tolerance: number } | undefined {
  const [value, tolerance] = pairOf(FORMS.tolerance, text.trim()) ?? [];
  if (value === undefined || tolerance === undefined) return undefined;
  return { value, tolerance: Math.abs(tolerance) };
}

/** Reads `1`, `0.9..1.1`, `1 ± 0.1` or `> 1`; anything else is a name. */
export function readCondition(text: string): Condition {
  const written = text.trim();
  const exact = readNumber(written);
  if (exact !== undefined) return range(exact - ROUNDING, exact + ROUNDING);
  const around = readTolerance(written);
  if (around) {
    const reach = around.tolerance + ROUNDING;
    return range(around.value - reach, around.value + reach);
  }
  const ends = pairOf(FORMS.range, written);
  if (ends) return range(...ends);
  const [, sign = '', limit = ''] = FORMS.comparison.exec(written) ?? [];
  const bound = readNumber(limit);
  if (bound === undefined) return { kind: 'name', name: written };
  const strict = sign === '<' || sign === '>';
  return /[<≤]/.test(sign) ? range(-Infinity, bound, strict) : range(bound, Infinity, strict);
}

/** Whether a condition asks for one number and leaves no room. */
export const isExact = (condition: Condition): boolean =>
  condition.kind === 'range' && condition.to - condition.from <= 3 * ROUNDING;

/** Whether a value meets a condition; a name is never in a range. */
export function holds(condition: Condition, value: number | string): boolean {
  if (condition.kind === 'name') return condition.name === value;
  const { from, to, strict } = condition;
  if (typeof value === 'string') return false;
  return strict ? value > from && value < to : value >= from && value <= to;
}
