import type { AnyParameter, Parameters, Values } from './parameters';
import { nearest, quoted } from './text';

/** What was wrong with one field, in words for the reader. */
export interface Notice {
  field: string;
  value: string;
  message: string;
}

/** The declared defaults. */
export function defaults<P extends Parameters>(parameters: P): Values<P> {
  const entries = Object.entries(parameters).map(([key, parameter]) => [key, parameter.default]);
  return Object.fromEntries(entries) as Values<P>;
}

/** One field read: its value, or why not. */
function read(parameter: AnyParameter, text: string): { value: unknown } | { message: string } {
  try {
    return { value: parameter.parse(text) };
  } catch (error) {
    return { message: (error as Error).message };
  }
}

/**
 * Reads `m=1.2&x1=0.4,0.3` over a set of values. What cannot be read keeps its value and is reported.
 */
export function decode<P extends Parameters>(
  parameters: P,
  query: string,
  over: Values<P> = defaults(parameters),
): { values: Values<P>; notices: Notice[] } {
  const values: Record<string, unknown> = { ...over };
  const notices: Notice[] = [];
  for (const [field, value] of new URLSearchParams(query)) {
    const parameter = Object.hasOwn(parameters, field) ? parameters[field] : undefined;
    if (parameter === undefined) {
      const near = nearest(field, Object.keys(parameters));
      notices.push({ field, value, message: `no parameter ${quoted(field)}; the nearest is “${near}”` });
      continue;
    }
    const result = read(parameter, value);
    if ('value' in result) values[field] = result.value;
    else notices.push({ field, value, message: `${field}: ${result.message}, not ${quoted(value)}` });
  }
  return { values: values as Values<P>, notices };
}

/** The fields of a state as text that are to be written, in the order of declaration. */
function write<P extends Parameters>(
  parameters: P,
  values: Values<P>,
  isWritten: (field: string, text: string) => boolean,
): string {
  return Object.entries(parameters)
    .map(([field, parameter]) => [field, parameter.format(values[field] as never)] as const)
    .filter(([field, text]) => isWritten(field, text))
    .map(
      ([field, text]) => `${field}=${encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%3B', ';')}`,
    )
    .join('&');
}

/** The state as text: the parameters that differ from a state to start from, in the order of declaration. */
export const encode = <P extends Parameters>(
  parameters: P,
  values: Values<P>,
  from: Values<P> = defaults(parameters),
): string =>
  write(parameters, values, (field, text) => text !== parameters[field]?.format(from[field] as never));

/** The fields named, also where they are as declared: so what an author wrote holds when a default changes. */
export const encodeFields = <P extends Parameters>(
  parameters: P,
  values: Values<P>,
  fields: ReadonlySet<string>,
): string => write(parameters, values, (field) => fields.has(field));

/** Whether two states are one as text. */
export function statesEqual<P extends Parameters>(parameters: P, a: Values<P>, b: Values<P>): boolean {
  return Object.entries(parameters).every(([field, parameter]) => {
    const format = parameter.format as (value: unknown) => string;
    // Most values are left alone by a move, and a cloud of points is long to write.
    return a[field] === b[field] || format(a[field]) === format(b[field]);
  });
}
