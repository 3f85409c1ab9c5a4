import { FRAME_PARTS } from '../state/frame-parts';
import type { Definition } from '../state/define';
import type { AnyParameter } from '../state/parameters';

/** What a page says of one parameter. */
export interface ParameterRow {
  /** The key in addresses, attributes and traits. */
  key: string;
  name: string;
  allowed: string;
  default: string;
}

/** What a page says of one output. */
export interface OutputRow {
  key: string;
  name: string;
  unit: string;
}

/** A quantity as the reader knows it: its label, and its symbol where it has one. */
export const nameOf = ({ label, symbol }: { label: string; symbol?: string }) =>
  symbol === undefined || label.split(/[\s,=]+/).includes(symbol) ? label : `${label} (${symbol})`;

/** What a parameter may be, each choice with what it stands for. */
export function allowedOf(parameter: AnyParameter): string {
  if (parameter.kind !== 'choice') return parameter.allowed;
  return parameter.options.map(({ value, label }) => `${value} (${label})`).join('; ');
}

function formatDefault(parameter: AnyParameter): string {
  const format = parameter.format as (value: unknown) => string;
  return format(parameter.default);
}

export interface Reference {
  parameters: ParameterRow[];
  outputs: OutputRow[];
  /** What `hide` may name beside the parameters. */
  parts: readonly string[];
}

/** Everything that a host must know of a widget to use it, from its declaration. */
export function referenceOf({ parameters, outputs }: Definition): Reference {
  return {
    parameters: Object.entries(parameters).map(([key, parameter]) => ({
      key,
      name: nameOf(parameter),
      allowed: allowedOf(parameter),
      default: formatDefault(parameter),
    })),
    outputs: Object.entries(outputs).map(([key, output]) => ({
      key,
      name: nameOf(output),
      unit: output.unit ?? '',
    })),
    parts: FRAME_PARTS,
  };
}

/** A number parameter away from its default, to show in examples how a state is written. */
export function exampleQuery({ parameters }: Definition): string {
  for (const [key, parameter] of Object.entries(parameters)) {
    if (parameter.kind !== 'number') continue;
    const { default: value, min, max, step } = parameter;
    const other = value + 4 * step <= max ? value + 4 * step : Math.max(min, value - 4 * step);
    return `${key}=${parameter.format(other)}`;
  }
  return '';
}
