import { triplet as tripletLoss } from '../../losses';
import { onCircle } from '../../geometry/circle';
import type { Point } from '../../geometry/frame';
import type { TripletModel } from './model';

/** How far above the unit circle the largest loss is drawn. */
const HEIGHT = 0.4;
const EVERY = 3;

/** The loss for a negative anywhere on the unit circle, as a height above it: a closed line. */
export function lossAround({ a, p, m, charge, squared, swap }: TripletModel): Point[] {
  const around = Array.from({ length: 360 / EVERY + 1 }, (_, i) => EVERY * i);
  const losses = around.map(
    (degrees) => tripletLoss(a, p, onCircle(degrees), { m, form: charge, squared, swap }).loss,
  );
  const most = Math.max(...losses);
  return around.map((degrees, i) =>
    onCircle(degrees, 1 + (most > 0 ? (HEIGHT * (losses[i] ?? 0)) / most : 0)),
  );
}
