import type { InputKind, LossParameter } from './kinds';
import { requireFlag, requireOption } from './require';

type Values = Readonly<Record<string, unknown>>;

function requireParameter(name: string, declared: LossParameter, value: unknown): void {
  switch (declared.kind) {
    case 'option':
      return requireOption(name, value, declared.options);
    case 'flag':
      return requireFlag(name, value);
    case 'number':
    case 'whole': {
      const { kind, min, max } = declared;
      const isKind = kind === 'whole' ? Number.isInteger(value) : Number.isFinite(value);
      if (isKind && (value as number) >= min && (value as number) <= max) return;
      const allowed = `a ${kind === 'whole' ? 'whole number' : 'number'} from ${min} to ${max}`;
      throw new RangeError(`${name} is ${String(value)}; ${allowed} is allowed`);
    }
  }
}

/**
 * The parameters of a loss, each at its default where it is not given.
 * @throws RangeError naming the parameter that the loss does not have, or does not allow, and what is allowed
 */
export function checkedParameters(
  id: string,
  declared: Readonly<Record<string, LossParameter>>,
  given: Values,
): Record<string, unknown> {
  const unknown = Object.keys(given).find((name) => declared[name] === undefined);
  if (unknown !== undefined) {
    const names = Object.keys(declared).join(', ');
    throw new RangeError(
      `${id} has no parameter ${unknown}; its parameters are ${names}: no other is allowed`,
    );
  }
  return Object.fromEntries(
    Object.entries(declared).map(([name, parameter]) => {
      const value = given[name] === undefined ? parameter.default : given[name];
      requireParameter(name, parameter, value);
      return [name, value];
    }),
  );
}

/** @throws RangeError naming the input that is missing */
export function requireInputs(
  id: string,
  declared: Readonly<Record<string, InputKind>>,
  given: Values,
): void {
  const names = Object.keys(declared);
  const missing = names.find((name) => given[name] === undefined || given[name] === null);
  if (missing === undefined) return;
  throw new RangeError(`inputs has no ${missing}; ${id} takes ${names.join(', ')}`);
}
