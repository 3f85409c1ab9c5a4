import type { ClusteringModel } from './model';

/** What a cluster holds: how many of which sign, the most frequent first. */
export interface Members {
  name: string;
  size: number;
  signs: { sign: string; count: number }[];
}

/** Every cluster with what it holds, the largest first, and what is in none last. */
export function membersOf({ clusters, set }: Pick<ClusteringModel, 'clusters' | 'set'>): Members[] {
  const counts = new Map<number, Map<string, number>>();
  clusters.forEach((c, i) => {
    const sign = set.glyphs[i] ?? '';
    const own = counts.get(c) ?? new Map<string, number>();
    counts.set(c, own.set(sign, (own.get(sign) ?? 0) + 1));
  });
  return [...counts]
    .map(([c, own]) => ({
      c,
      size: [...own.values()].reduce((sum, count) => sum + count, 0),
      signs: [...own].map(([sign, count]) => ({ sign, count })).sort((a, b) => b.count - a.count),
    }))
    .sort((a, b) => Number(a.c < 0) - Number(b.c < 0) || b.size - a.size)
    .map(({ c, ...rest }, place) => ({ ...rest, name: c < 0 ? 'none' : String(place + 1) }));
}
