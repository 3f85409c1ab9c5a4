import { interpolateArray, interpolateNumber } from 'd3-interpolate';
import type { AnyParameter, Cloud, Parameters, Values, Vec2 } from './parameters';

/** A value on the way from one to another, at a share of the way from 0 to 1. */
type Way = (share: number) => unknown;

const isWhole = (value: number) => Number.isInteger(value);

/** The way between two values of a parameter, or `undefined` where there is nothing between them. */
function between(parameter: AnyParameter, from: unknown, to: unknown): Way | undefined {
  switch (parameter.kind) {
    case 'number':
      // A seed, a step or a count has no halves.
      return isWhole(parameter.step) && isWhole(parameter.min)
        ? undefined
        : interpolateNumber(from as number, to as number);
    case 'point': {
      const way = interpolateArray([...(from as Vec2)], [...(to as Vec2)]);
      return (share) => [...way(share)];
    }
    case 'cloud':
      return betweenClouds(from as Cloud | null, to as Cloud | null);
    default:
      return undefined;
  }
}

/** Points keep their classes on the way, so only clouds of the same points have one. */
function betweenClouds(from: Cloud | null, to: Cloud | null): Way | undefined {
  if (!from || !to || from.labels.length !== to.labels.length) return undefined;
  if (from.labels.some((label, i) => label !== to.labels[i])) return undefined;
  return (share) => ({
    labels: to.labels,
    xy: to.xy.map((end, i) => interpolateNumber(from.xy[i] as number, end)(share)),
  });
}

/**
 * The values on the way from one state to another, at a share of the way from 0 to 1: numbers, points and clouds move
 * evenly, everything else is as in the end. `undefined` where nothing moves.
 */
export function interpolateValues<P extends Parameters>(
  parameters: P,
  from: Values<P>,
  to: Values<P>,
): ((share: number) => Values<P>) | undefined {
  const ways = Object.entries(parameters).flatMap(([name, parameter]): [string, Way][] => {
    const [start, end] = [from[name], to[name]];
    if (parameter.format(start as never) === parameter.format(end as never)) return [];
    const way = between(parameter, start, end);
    return way ? [[name, way]] : [];
  });
  if (ways.length === 0) return undefined;
  return (share) => ({ ...to, ...Object.fromEntries(ways.map(([name, way]) => [name, way(share)])) });
}
