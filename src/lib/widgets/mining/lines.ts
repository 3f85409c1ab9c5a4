import type { Point } from '../../geometry/frame';
import type { MiningSide } from './model';

interface Line {
  from: Point;
  to: Point;
  strength: number;
}

const place = ([x = 0, y = 0]: readonly number[] = []): Point => [x, y];

/**
 * The two sides of each chosen triplet as lines, from the anchor to its positives and to its negatives, each drawn once;
 * bold where a triplet that it belongs to costs something.
 *
 * @param anchor the only anchor whose triplets are drawn, or none for all of them
 */
export function linesOf({ x, triplets, items }: MiningSide, anchor?: number): { pull: Line[]; push: Line[] } {
  const [pull, push] = [new Map<string, Line>(), new Map<string, Line>()];
  const draw = (lines: Map<string, Line>, a: number, to: number, costs: boolean) => {
    const key = [Math.min(a, to), Math.max(a, to)].join();
    const strength = Math.max(lines.get(key)?.strength ?? 0, costs ? BOLD : 0);
    lines.set(key, { from: place(x[a]), to: place(x[to]), strength });
  };
  triplets.forEach(([a, p, n], i) => {
    if (anchor !== undefined && a !== anchor) return;
    const costs = (items[i] ?? 0) > 0;
    draw(pull, a, p, costs);
    draw(push, a, n, costs);
  });
  return { pull: [...pull.values()], push: [...push.values()] };
}

/** The strength of a line that costs something, from 0 to 1. */
const BOLD = 0.4;
