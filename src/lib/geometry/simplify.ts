import type { Point } from './frame';

/** Pixels that a line may pass a place at; less than can be seen. */
const TOLERANCE = 0.1;

const cross = ([ax, ay]: Point, [bx, by]: Point) => ax * by - ay * bx;

/**
 * Leaves out of a line the places that it passes near enough without them: the first and the last remain, and none that is
 * left out is further than the tolerance from what remains. Places are in pixels.
 *
 * In one pass: from the last place that was kept, each further one allows the directions that pass it near enough; when a
 * place lies outside what all before it allow, or nearer than they do, the one before it is kept (Sklansky and Gonzalez
 * 1980, “Fast polygonal approximation of digitized curves”).
 */
export function simplify(places: readonly Point[]): Point[] {
  const [first] = places;
  if (!first) return [];
  const kept = [first];
  let [from, last] = [first, first];
  let [low, high]: (Point | null)[] = [null, null];
  let reach = 0;
  for (let i = 1; i < places.length; i++) {
    const place = places[i] as Point;
    let way: Point = [place[0] - from[0], place[1] - from[1]];
    let length = Math.hypot(...way);
    const isAllowed = !low || !high || (cross(low, way) >= 0 && cross(way, high) >= 0);
    if (length < reach || !isAllowed) {
      kept.push(last);
      from = last;
      low = high = null;
      way = [place[0] - from[0], place[1] - from[1]];
      length = Math.hypot(...way);
    }
    if (length > TOLERANCE) {
      const [aside, ahead] = [(-way[1] * TOLERANCE) / length, (way[0] * TOLERANCE) / length];
      const right: Point = [way[0] - aside, way[1] - ahead];
      const left: Point = [way[0] + aside, way[1] + ahead];
      if (!low || cross(low, right) > 0) low = right;
      if (!high || cross(left, high) > 0) high = left;
    }
    last = place;
    reach = length;
  }
  if (places.length > 1) kept.push(last);
  return kept;
}
