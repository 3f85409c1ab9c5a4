/**
 * The declaration of one parameter of a widget: its type, range, default, label and symbol.
 * Validation, controls, the URL, Markdown and the spoken summary all read this one declaration.
 */
import type { DrawingsParameter } from './drawings';
import type { Described, Parameter } from './parameter';
import { formatNumber, nearest } from './text';

export type { Role } from './parameter';

export type Vec2 = readonly [number, number];

export interface NumberParameter extends Parameter<number> {
  kind: 'number';
  min: number;
  max: number;
  step: number;
}

export interface ChoiceParameter<V extends string> extends Parameter<V> {
  kind: 'choice';
  options: readonly { value: V; label: string }[];
}

export interface ToggleParameter extends Parameter<boolean> {
  kind: 'toggle';
}

export interface PointParameter extends Parameter<Vec2> {
  kind: 'point';
  min: Vec2;
  max: Vec2;
}

/** The labelled points of a cloud: `xy` holds x₁, y₁, x₂, y₂, …; `null` where the seed decides. */
export interface Cloud {
  readonly xy: Float64Array;
  readonly labels: readonly number[];
}

export interface CloudParameter extends Parameter<Cloud | null> {
  kind: 'cloud';
  min: number;
  max: number;
  /** The most points. */
  most: number;
  classes: number;
}

const clampNumber = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value));

/** A number to the decimals that a state is written with: a finer one would be lost on its way through an address. */
function parseFinite(text: string, allowed: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (!Number.isFinite(value)) throw new Error(`${allowed} is expected`);
  return Number(formatNumber(value));
}

/** Whether a number parameter is an integer. */
export const isWhole = ({ min, step }: Pick<NumberParameter, 'min' | 'step'>): boolean =>
  Number.isInteger(step) && Number.isInteger(min);

/** A number in [min, max]. A whole `step` from a whole `min` makes it an integer. */
export function number(spec: Described & { default: number; min: number; max: number; step: number }) {
  const { min, max } = spec;
  const whole = isWhole(spec);
  const allowed = `${whole ? 'a whole number' : 'a number'} from ${formatNumber(min)} to ${formatNumber(max)}`;
  const parameter: NumberParameter = {
    ...spec,
    kind: 'number',
    allowed,
    parse(text) {
      const value = parseFinite(text, allowed);
      if (value < min || value > max || (whole && !Number.isInteger(value))) {
        throw new Error(`${allowed} is expected`);
      }
      return value;
    },
    format: (value) => formatNumber(value),
    clamp: (value) => clampNumber(whole ? Math.round(value) : value, min, max),
  };
  return parameter;
}

/** One of a few named values. */
export function choice<const V extends string>(
  spec: Described & { default: V; options: readonly { value: V; label: string }[] },
) {
  const names = spec.options.map((option) => option.value);
  const allowed = `one of ${names.join(', ')}`;
  const parameter: ChoiceParameter<V> = {
    ...spec,
    kind: 'choice',
    allowed,
    parse(text) {
      const found = names.find((name) => name === text.trim());
      if (found === undefined) {
        throw new Error(`${allowed} is expected; the nearest is “${nearest(text, names)}”`);
      }
      return found;
    },
    format: (value) => value,
    clamp: (value) => (names.includes(value) ? value : spec.default),
  };
  return parameter;
}

/** Yes or no. */
export function toggle(spec: Described & { default: boolean }) {
  const allowed = 'yes or no';
  const parameter: ToggleParameter = {
    ...spec,
    kind: 'toggle',
    allowed,
    parse(text) {
      if (text === 'yes' || text === 'no') return text === 'yes';
      throw new Error(`${allowed} is expected`);
    },
    format: (value) => (value ? 'yes' : 'no'),
    clamp: (value) => value,
  };
  return parameter;
}

/** A point of the plane, each coordinate in its range. Written `0.4,0.3`. */
export function point(spec: Described & { default: Vec2; min: Vec2; max: Vec2 }) {
  const { min, max } = spec;
  const range = (k: 0 | 1) => `${formatNumber(min[k])} to ${formatNumber(max[k])}`;
  const allowed = `two numbers “x,y” with x from ${range(0)} and y from ${range(1)}`;
  const parameter: PointParameter = {
    ...spec,
    kind: 'point',
    allowed,
    parse(text) {
      const parts = text.split(',');
      if (parts.length !== 2) throw new Error(`${allowed} is expected`);
      const [x, y] = parts.map((part) => parseFinite(part, allowed)) as [number, number];
      if (x < min[0] || x > max[0] || y < min[1] || y > max[1]) throw new Error(`${allowed} is expected`);
      return [x, y];
    },
    format: ([x, y]) => `${formatNumber(x)},${formatNumber(y)}`,
    clamp: ([x, y]) => [clampNumber(x, min[0], max[0]), clampNumber(y, min[1], max[1])],
  };
  return parameter;
}

/**
 * Labelled points placed by hand, or none of them (`null`).
 * Written `x,y,class;x,y,class;…` with the class from 0. Coordinates are kept to 4 decimals in text.
 */
export function cloud(spec: Described & { min: number; max: number; most: number; classes: number }) {
  const { min, max, most, classes } = spec;
  const allowed =
    `up to ${most} points “x,y,class” separated by semicolons, x and y from ${min} to ${max}, ` +
    `class from 0 to ${classes - 1}`;
  const parameter: CloudParameter = {
    ...spec,
    kind: 'cloud',
    default: null,
    allowed,
    parse(text) {
      if (text.trim() === '') return null;
      const rows = text.split(';').map((row) => row.split(',').map((cell) => parseFinite(cell, allowed)));
      const valid = rows.every(
        ([x, y, label, ...rest]) =>
          rest.length === 0 &&
          x !== undefined &&
          y !== undefined &&
          label !== undefined &&
          Math.min(x, y) >= min &&
          Math.max(x, y) <= max &&
          Number.isInteger(label) &&
          label >= 0 &&
          label < classes,
      );
      if (!valid || rows.length > most) throw new Error(`${allowed} is expected`);
      return {
        xy: Float64Array.from(rows.flatMap((row) => row.slice(0, 2))),
        labels: rows.map((row) => row[2] as number),
      };
    },
    format(value) {
      if (value === null) return '';
      return value.labels
        .map((label, i) => {
          const [x, y] = [value.xy[2 * i] ?? 0, value.xy[2 * i + 1] ?? 0];
          return `${formatNumber(x, 4)},${formatNumber(y, 4)},${label}`;
        })
        .join(';');
    },
    clamp(value) {
      return value && { ...value, xy: value.xy.map((v) => clampNumber(v, min, max)) };
    },
  };
  return parameter;
}

/** A widget's parameters by name; the name is also the URL key. */
export type Parameters = Record<string, AnyParameter>;

export type AnyParameter =
  | NumberParameter
  | ChoiceParameter<string>
  | ToggleParameter
  | PointParameter
  | CloudParameter
  | DrawingsParameter;

/** The values that a declaration `P` holds. */
export type Values<P extends Record<string, { default: unknown }>> = {
  [K in keyof P]: P[K] extends Parameter<infer T> ? T : never;
};
