import type { Linkage, PointSetName } from '../../clustering';
import { POINT_SETS } from '../../clustering';

/** The sets that can be clustered here: all there are. */
export const SETS = Object.keys(POINT_SETS) as PointSetName[];

/** Points of the largest set, which is also the most clusters that a tree can be cut into. */
export const MOST_POINTS = Math.max(...SETS.map((name) => POINT_SETS[name].labels.length));

/** More clusters than this k-means is not asked for. */
export const MOST_CENTRES = 20;

export type Method = 'k-means' | 'tree' | 'dbscan';

export interface ClusteringValues {
  set: PointSetName;
  method: Method;
  k: number;
  seed: number;
  linkage: Linkage;
  epsilon: number;
  minPts: number;
  t: number;
}
