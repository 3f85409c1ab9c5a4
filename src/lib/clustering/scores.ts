/** A label of each point: its class, or the cluster that it was put into. −1, for noise, is a label like any other. */
export type Labels = ArrayLike<number>;

/** How many points have label a of one labelling and label b of the other, and how many have each by itself. */
interface Contingency {
  n: number;
  rows: number[];
  columns: number[];
  cells: { row: number; column: number; count: number }[];
}

function contingency(first: Labels, second: Labels): Contingency {
  if (first.length !== second.length) {
    throw new RangeError(
      `second has ${second.length} labels; as many as first, ${first.length}, are allowed`,
    );
  }
  const [rowOf, columnOf, cellOf] = [
    new Map<number, number>(),
    new Map<number, number>(),
    new Map<string, number>(),
  ];
  const table: Contingency = { n: first.length, rows: [], columns: [], cells: [] };
  for (let i = 0; i < first.length; i++) {
    const row = placeOf(rowOf, first[i] as number);
    const column = placeOf(columnOf, second[i] as number);
    table.rows[row] = (table.rows[row] ?? 0) + 1;
    table.columns[column] = (table.columns[column] ?? 0) + 1;
    const cell = placeOf(cellOf, `${row},${column}`);
    const found = (table.cells[cell] ??= { row, column, count: 0 });
    found.count++;
  }
  return table;
}

/** The place of a key in the order of first sight. */
function placeOf<K>(places: Map<K, number>, key: K): number {
  const known = places.get(key);
  if (known !== undefined) return known;
  places.set(key, places.size);
  return places.size - 1;
}

/**
 * The share of points whose class is the most frequent one of their cluster, in [0, 1]. It reaches 1 when every point is a
 * cluster of its own. Source: Manning, Raghavan, Schütze (2008), section 16.3.
 */
export function purity(classes: Labels, clusters: Labels): number {
  const { n, cells, columns } = contingency(classes, clusters);
  const most = columns.map(() => 0);
  for (const { column, count } of cells) most[column] = Math.max(most[column] as number, count);
  return n > 0 ? sum(most) / n : 1;
}

/**
 * Normalised mutual information I(U; V) / ((H(U) + H(V)) / 2), in [0, 1]; 1 where both labellings are a single group.
 * Source: Vinh, Epps, Bailey (2010), table 2 (NMI_sum); the mean is the arithmetic one, as in scikit-learn.
 */
export function normalizedMutualInformation(first: Labels, second: Labels): number {
  const { n, rows, columns, cells } = contingency(first, second);
  if (rows.length <= 1 && columns.length <= 1) return 1;
  const mutual = sum(
    cells.map(({ row, column, count }) => {
      const [a, b] = [rows[row] as number, columns[column] as number];
      return (count / n) * Math.log((n * count) / (a * b));
    }),
  );
  const entropy = (sizes: readonly number[]) => -sum(sizes.map((size) => (size / n) * Math.log(size / n)));
  return Math.min(1, Math.max(0, mutual / ((entropy(rows) + entropy(columns)) / 2)));
}

const pairsOf = (size: number) => (size * (size - 1)) / 2;

/**
 * The adjusted Rand index: the share of pairs that both labellings treat alike, so shifted and scaled that chance gives 0
 * and agreement 1. It can be negative. Source: Hubert, Arabie (1985), eq. 5.
 */
export function adjustedRandIndex(first: Labels, second: Labels): number {
  const { n, rows, columns, cells } = contingency(first, second);
  const together = sum(cells.map(({ count }) => pairsOf(count)));
  const [a, b] = [sum(rows.map(pairsOf)), sum(columns.map(pairsOf))];
  const all = pairsOf(n);
  const expected = all > 0 ? (a * b) / all : 0;
  const most = (a + b) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

/**
 * The mean over all points of (b − a) / max(a, b), in [−1, 1]: a is the mean distance to the other points of the own
 * cluster, b the smallest mean distance to those of another. A point alone in its cluster counts 0. It looks at no class.
 * NaN for fewer than two clusters, or for as many as there are points. Source: Rousseeuw (1987), section 2.
 * @param D n × n distances, row after row
 */
export function silhouette(D: ArrayLike<number>, clusters: Labels): number {
  const n = clusters.length;
  const places = new Map<number, number>();
  const own = Array.from({ length: n }, (_, i) => placeOf(places, clusters[i] as number));
  const sizes = new Array<number>(places.size).fill(0);
  for (const c of own) sizes[c] = (sizes[c] as number) + 1;
  if (sizes.length < 2 || sizes.length >= n) return NaN;
  let total = 0;
  for (let i = 0; i < n; i++) {
    const far = new Array<number>(sizes.length).fill(0);
    for (let j = 0; j < n; j++)
      far[own[j] as number] = (far[own[j] as number] as number) + (D[i * n + j] as number);
    const mine = own[i] as number;
    const size = sizes[mine] as number;
    if (size === 1) continue;
    const a = (far[mine] as number) / (size - 1);
    const b = Math.min(...far.map((d, c) => (c === mine ? Infinity : d / (sizes[c] as number))));
    if (Math.max(a, b) > 0) total += (b - a) / Math.max(a, b);
  }
  return total / n;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
