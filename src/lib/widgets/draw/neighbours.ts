/** A stored picture: its name, `0` to `9` or the reader's own sign, and its embedding. */
export interface Entry {
  name: string;
  pixels: Float32Array;
  at: readonly number[];
}

/** A stored picture seen from another one. */
export interface Neighbour extends Entry {
  /** Distance of the two embeddings. */
  D: number;
  /** Its number among all that are stored. */
  index: number;
}

/** Stored pictures from the nearest on. */
export function nearestFirst(at: readonly number[], stored: readonly Entry[]): Neighbour[] {
  return stored
    .map((entry, index) => ({
      ...entry,
      index,
      D: Math.hypot(...entry.at.map((value, k) => value - (at[k] as number))),
    }))
    .sort((a, b) => a.D - b.D);
}

/** The name that most of the neighbours have, of names with equally many that of the nearest; and how many have it. */
export function vote(nearest: readonly Neighbour[]): { name: string; votes: number } {
  const counts = new Map<string, number>();
  for (const { name } of nearest) counts.set(name, (counts.get(name) ?? 0) + 1);
  const votes = Math.max(0, ...counts.values());
  const [name = ''] = [...counts].find(([, count]) => count === votes) ?? [];
  return { name, votes };
}
