/** What a number or a name must come to. */
export type Condition =
  /** From `from` to `to`, both included unless `strict`. */
  { kind: 'range'; from: number; to: number; strict: boolean } | { kind: 'name'; name: string };

/** What may be written, in words. */
export const CONDITIONS = 'a number “1”, a range “0.9..1.1” or “1 ± 0.1”, or a comparison “> 1”';

/** A number that is written without a tolerance is met up to the rounding of the machine. */
const ROUNDING = 1e-9;

const NUMBER = String.raw`[-−]?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?`;
const FORMS = {
  exact: new RegExp(`^(${NUMBER})$`, 'i'),
  range: new RegExp(`^(${NUMBER})\\s*\\.\\.\\s*(${NUMBER})$`, 'i'),
  tolerance: new RegExp(`^(${NUMBER})\\s*(?:±|\\+-)\\s*(${NUMBER})$`, 'i'),
  comparison: new RegExp(`^(<=|>=|<|>|≤|≥)\\s*(${NUMBER})$`, 'i'),
};

const toNumber = (text = '') => Number(text.replace('−', '-'));

const range = (from: number, to: number, strict = false): Condition => ({ kind: 'range', from, to, strict });

/** A number as a reader types it, with a decimal point or comma; `undefined` for what is none. */
export function readNumber(text: string): number | undefined {
  const plain = text.trim().replace(',', '.');
  const number = FORMS.exact.test(plain) ? toNumber(plain) : NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** Reads `0.5 ± 0.02`; `undefined` for anything else. */
export function readTolerance(text: string): { value: number; tolerance: number } | undefined {
  const [, value, tolerance] = FORMS.tolerance.exec(text.trim()) ?? [];
  if (value === undefined) return undefined;
  return { value: toNumber(value), tolerance: Math.abs(toNumber(tolerance)) };
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
  const [, from, to] = FORMS.range.exec(written) ?? [];
  if (from !== undefined) return range(toNumber(from), toNumber(to));
  const [, sign = '', bound] = FORMS.comparison.exec(written) ?? [];
  if (bound === undefined) return { kind: 'name', name: written };
  const strict = sign === '<' || sign === '>';
  return /[<≤]/.test(sign)
    ? range(-Infinity, toNumber(bound), strict)
    : range(toNumber(bound), Infinity, strict);
}

/** Whether a value meets a condition; a name is never in a range. */
export function holds(condition: Condition, value: number | string): boolean {
  if (condition.kind === 'name') return condition.name === value;
  const { from, to, strict } = condition;
  if (typeof value === 'string') return false;
  return strict ? value > from && value < to : value >= from && value <= to;
}
