import type { Definition } from '../state/define';
import type { AnyParameter, Parameters, Values } from '../state/parameters';
import { random } from '../state/random';
import type { Task } from './task';

/** A value between two, to two decimals. */
const between = (min: number, max: number, share: number) => Number((min + share * (max - min)).toFixed(2));

/** Some value that a control could be set to; the present one for what is placed by hand. */
function someValue(parameter: AnyParameter, present: unknown, next: () => number): unknown {
  switch (parameter.kind) {
    case 'number': {
      const { min, max, step } = parameter;
      return parameter.clamp(min + step * Math.floor(next() * (Math.floor((max - min) / step) + 1)));
    }
    case 'choice':
      return parameter.options[Math.floor(next() * parameter.options.length)]?.value ?? present;
    case 'toggle':
      return next() < 0.5;
    case 'point': {
      const { min, max } = parameter;
      return [between(min[0], max[0], next()), between(min[1], max[1], next())];
    }
    default:
      return present;
  }
}

/** What the reader can change in a task. */
export function changeable({ parameters }: Definition, { locked, hidden, free }: Task): string[] {
  const isOpen = (name: string) => !locked.includes(name) && (!hidden.includes(name) || free.includes(name));
  return Object.keys(parameters).filter(isOpen);
}

/**
 * States that a reader could bring a task's figure into, each with its model: most differ from the start in a few values,
 * some in all. Seeded, so that the same task gives the same states.
 */
export function* tryStates(
  definition: Definition,
  start: Values<Parameters>,
  names: readonly string[],
  count: number,
): Generator<{ values: Values<Parameters>; model: unknown }> {
  const next = random(1);
  const startModel = definition.model(start);
  for (let i = 0; i < count; i++) {
    const share = i % 3 === 0 ? 1 : 0.4;
    const change: Record<string, unknown> = {};
    for (const name of names) {
      const parameter = definition.parameters[name];
      if (parameter && next() < share) change[name] = someValue(parameter as AnyParameter, start[name], next);
    }
    const asked = change as Partial<Values<Parameters>>;
    const brought = definition.normalizeChange?.(asked, start, startModel) ?? asked;
    const values = { ...start, ...brought } as Values<Parameters>;
    yield { values, model: definition.model(values) };
  }
}
