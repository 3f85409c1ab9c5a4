import type { Points } from '../../clustering';

/** Colours that there are for clusters. */
const HUES = 5;

/**
 * A colour for each cluster, from 1, such that clusters of one colour lie as far apart as can be had without much ado: one
 * after the other, each takes the colour whose nearest cluster is the farthest away.
 * @param clusters the cluster of each point of the plane, from 0; −1 for none
 */
export function hues({ at }: Points, clusters: ArrayLike<number>): number[] {
  const sums: { x: number; y: number; n: number }[] = [];
  for (let i = 0; i < clusters.length; i++) {
    const c = clusters[i] as number;
    if (c < 0) continue;
    const sum = (sums[c] ??= { x: 0, y: 0, n: 0 });
    sum.x += at[2 * i] as number;
    sum.y += at[2 * i + 1] as number;
    sum.n++;
  }
  const found: number[] = [];
  const means = Array.from(sums, (sum) => (sum ? ([sum.x / sum.n, sum.y / sum.n] as const) : undefined));
  means.forEach((mean, c) => {
    const room = new Array<number>(HUES).fill(Infinity);
    for (let other = 0; other < c; other++) {
      const [from, to] = [mean, means[other]];
      const hue = (found[other] as number) - 1;
      if (from && to) {
        room[hue] = Math.min(room[hue] as number, Math.hypot(from[0] - to[0], from[1] - to[1]));
      }
    }
    found.push(room.indexOf(Math.max(...room)) + 1);
  });
  return found;
}
