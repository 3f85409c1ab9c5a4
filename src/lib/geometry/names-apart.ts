import type { Point } from './frame';

/** A name that begins at a place and goes on to its right. */
export interface PlacedName {
  at: Point;
  width: number;
}

/**
 * The heights at which names stand so that none covers another: each at its own, or at the nearest one that is free.
 * @param names in any order, in one unit with `line`
 * @param line how far apart two names must be where one stands above the other
 */
export function namesApart(names: readonly PlacedName[], line: number): number[] {
  const heights = names.map(({ at }) => at[1]);
  const placed: number[] = [];
  const order = names.map((_, i) => i).sort((i, j) => (heights[i] as number) - (heights[j] as number));
  for (const i of order) {
    const wished = heights[i] as number;
    const taken = placed.filter((j) => meet(names[i], names[j])).map((j) => heights[j] as number);
    const isFree = (height: number) => taken.every((other) => Math.abs(height - other) >= line - 1e-9);
    const free = [wished, ...taken.flatMap((other) => [other + line, other - line])].filter(isFree);
    heights[i] = free.reduce(
      (best, height) => (Math.abs(height - wished) < Math.abs(best - wished) ? height : best),
      free[0] ?? wished,
    );
    placed.push(i);
  }
  return heights;
}

/** Whether two names would cover each other at one height. */
const meet = (a?: PlacedName, b?: PlacedName): boolean =>
  !!a && !!b && a.at[0] < b.at[0] + b.width && b.at[0] < a.at[0] + a.width;
