import type { TargetOfAngle } from './angular';

/** Halvings of the interval [0, π]: the angle is found to about 1e-11. */
const HALVINGS = 38;

/**
 * How far an embedding may go from its class weight along one great circle before another class wins: the θ at which
 * the target φ(θ) meets the greatest of the other cosines. `undefined` where another class wins from the start, as
 * when two class weights are nearer to each other than the margin.
 *
 * φ must fall, from where it begins, at least as fast as any other cosine does, as all targets of the family do; there
 * is one such angle then, and halving finds it.
 *
 * @param target φ
 * @param rival the greatest cosine with another class weight, at θ
 */
export function winningAngle(target: TargetOfAngle, rival: (theta: number) => number): number | undefined {
  const wins = (theta: number) => target(theta).value >= rival(theta);
  if (!wins(0)) return undefined;
  let [low, high] = [0, Math.PI];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (wins(middle)) low = middle;
    else high = middle;
  }
  return low;
}
