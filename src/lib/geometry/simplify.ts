import type { Point } from './frame';

/** Pixels that a line may pass a place at; less than can be seen. */
const TOLERANCE = 0.1;

/**
 * Leaves out of a line the places that it passes near enough without them: the first and the last remain, and none that is
 * left out is further than the tolerance from what remains. Places are in pixels.
 *
 * In one pass: from the last place that was kept, each further one allows the directions that pass it near enough; when a
 * place lies outside what all before it allow, or nearer than they do, the one before it is kept (Sklansky and Gonzalez
 * 1980, “Fast polygonal approximation of digitized curves”).
 *
 * Directions are kept as pairs of numbers rather than as points, since a drag has all lines of a picture redrawn.
 */
export function simplify(places: readonly Point[]): Point[] {
  const [first] = places;
  if (!first) return [];
  const kept = [first];
  let [from, last] = [first, first];
  let [lowX, lowY, highX, highY] = [0, 0, 0, 0];
  let isLimited = false;
  let reach = 0;
  for (let i = 1; i < places.length; i++) {
    const place = places[i] as Point;
    let wayX = place[0] - from[0];
    let wayY = place[1] - from[1];
    let length = Math.sqrt(wayX * wayX + wayY * wayY);
    const isAllowed = !isLimited || (lowX * wayY >= lowY * wayX && wayX * highY >= wayY * highX);
    if (length < reach || !isAllowed) {
      kept.push(last);
      from = last;
      isLimited = false;
      wayX = place[0] - from[0];
      wayY = place[1] - from[1];
      length = Math.sqrt(wayX * wayX + wayY * wayY);
    }
    if (length > TOLERANCE) {
      const asideX = (-wayY * TOLERANCE) / length;
      const asideY = (wayX * TOLERANCE) / length;
      const rightX = wayX - asideX;
      const rightY = wayY - asideY;
      if (!isLimited || lowX * rightY > lowY * rightX) {
        lowX = rightX;
        lowY = rightY;
      }
      const leftX = wayX + asideX;
      const leftY = wayY + asideY;
      if (!isLimited || leftX * highY > leftY * highX) {
        highX = leftX;
        highY = leftY;
      }
      isLimited = true;
    }
    last = place;
    reach = length;
  }
  if (places.length > 1) kept.push(last);
  return kept;
}
