import { repel, type Repulsion } from './repulsion';

/** Adds all dissimilar pairs of points that are ordered by class: each point with all points of later classes. */
export function repelAll(state: Repulsion, sizes: readonly number[]): void {
  let end = 0;
  for (const size of sizes) {
    const start = end;
    end += size;
    for (let i = start; i < end; i++) repel(state, i, end, state.n);
  }
}
