import type { Landscape, Spot } from '../geometry/contours';
import type { Point } from '../geometry/frame';
import { formatPoint } from '../geometry/format-point';
import { formatFixed } from '../state/format';

/** From this share of the plane on, places without a loss are an area and no single place. */
const AREA = 0.02;
/** Differences of the loss that nobody would see. */
const FLAT = 1e-9;

/**
 * A landscape in one spoken sentence.
 * @param of whose place it depends on: “x₂”
 * @param says how a place is said; its coordinates unless given
 */
export function describeLandscape(
  { lowest, highest, free }: Landscape,
  of: string,
  says: (at: Point) => string = (at) => `at (${formatPoint(at)})`,
): string {
  const spot = ({ at, value }: Spot) => `${formatFixed(value, 3)} ${says(at)}`;
  if (highest.value - lowest.value < FLAT) {
    return `Wherever ${of} was, the loss would be ${formatFixed(lowest.value, 3)}.`;
  }
  return free > AREA
    ? `As ${of} moves, the loss is at most ${spot(highest)}, and zero over ${formatFixed(100 * free, 0)} % of the picture.`
    : `As ${of} moves, the loss goes from ${spot(lowest)} to ${spot(highest)}.`;
}
