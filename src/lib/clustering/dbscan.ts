/** One point looked at: how many neighbours it has, and what becomes of it. */
export interface Visit {
  point: number;
  neighbours: number;
  /** Whether it has at least minPts neighbours within ε, itself among them. */
  core: boolean;
  /** The cluster that it begins or goes on with; −1 for what is noise so far. */
  cluster: number;
}

export interface DbscanResult {
  /** The cluster of each point, from 0; −1 for noise. */
  clusters: Int32Array;
  core: boolean[];
  /** Every visit, in order: each point is visited once. */
  visits: Visit[];
}

/** The clusters after so many visits: −1 for noise so far, and for what has not been reached. */
export function clustersAfter({ visits, clusters }: DbscanResult, count: number): Int32Array {
  const known = new Int32Array(clusters.length).fill(-1);
  for (const { point, cluster } of visits.slice(0, count)) known[point] = cluster;
  return known;
}

/**
 * DBSCAN (Ester, Kriegel, Sander, Xu 1996): a point with at least minPts points within ε, itself among them, is a core;
 * cores within ε of each other are of one cluster; a point within ε of a core and none itself is at its border, and joins
 * the cluster that reaches it first; all others are noise. Points are visited in their order, a cluster breadth first.
 * @param D n × n distances, row after row
 */
export function dbscan(D: ArrayLike<number>, n: number, epsilon: number, minPts: number): DbscanResult {
  const clusters = new Int32Array(n).fill(-1);
  const visited = new Uint8Array(n);
  const near = (i: number) => {
    const found: number[] = [];
    for (let j = 0; j < n; j++) if ((D[i * n + j] as number) <= epsilon) found.push(j);
    return found;
  };
  const core = Array.from({ length: n }, (_, i) => near(i).length >= minPts);
  const visits: Visit[] = [];
  let count = 0;
  for (let start = 0; start < n; start++) {
    if (visited[start] || !core[start]) continue;
    const cluster = count++;
    const queue = [start];
    visited[start] = 1;
    for (let point = queue.shift(); point !== undefined; point = queue.shift()) {
      clusters[point] = cluster;
      const around = near(point);
      const isCore = core[point] as boolean;
      visits.push({ point, neighbours: around.length, core: isCore, cluster });
      if (!isCore) continue;
      for (const j of around) {
        if (visited[j]) continue;
        visited[j] = 1;
        queue.push(j);
      }
    }
  }
  // What no core has reached, last.
  for (let i = 0; i < n; i++) {
    if (!visited[i]) visits.push({ point: i, neighbours: near(i).length, core: false, cluster: -1 });
  }
  return { clusters, core, visits };
}
