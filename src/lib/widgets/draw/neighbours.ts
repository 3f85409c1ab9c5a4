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

function distance(a: readonly number[], b: readonly number[]): number {
  let squared = 0;
  for (let k = 0; k < a.length; k++) squared += ((a[k] as number) - (b[k] as number)) ** 2;
  return Math.sqrt(squared);
}

/** The nearest of the stored pictures, from the nearest on. */
export function nearest(at: readonly number[], stored: readonly Entry[], count: number): Neighbour[] {
  return stored
    .map((entry, index) => ({ entry, index, D: distance(entry.at, at) }))
    .sort((a, b) => a.D - b.D)
    .slice(0, count)
    .map(({ entry, index, D }) => ({ ...entry, index, D }));
}

/** The name that most of the neighbours have, of names with equally many that of the nearest; and how many have it. */
export function vote(voters: readonly Neighbour[]): { name: string; votes: number } {
  const counts = new Map<string, number>();
  for (const { name } of voters) counts.set(name, (counts.get(name) ?? 0) + 1);
  const votes = Math.max(0, ...counts.values());
  const [name = ''] = [...counts].find(([, count]) => count === votes) ?? [];
  return { name, votes };
}
