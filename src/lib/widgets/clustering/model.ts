import {
  adjustedRandIndex,
  agglomerate,
  clustersAfter,
  cutInto,
  dbscan,
  distanceMatrix,
  kMeans,
  normalizedMutualInformation,
  plusPlus,
  POINT_SETS,
  purity,
  silhouette,
  type Linkage,
  type Merge,
  type PointSet,
  type PointSetName,
} from '../../clustering';
import { hues } from './hues';
import { MOST_CENTRES, type ClusteringValues } from './values';

/** One state of one method. */
interface Clustering {
  /** The cluster of each point, from 0; −1 for none. */
  clusters: Int32Array;
  /** Those of the end, which decide on the colours: so these stay while it runs. */
  end: Int32Array;
  /** Steps that the method takes, and how many are taken; a tree has none of its own. */
  steps: number;
  t: number;
  /** What has just been done, as a sentence. */
  said: string;
  /** k-means: the centres, and the sum of squared distances. */
  centres?: Float64Array;
  inertia?: number;
  /** A tree: its merges, and the heights between which it is cut. */
  merges?: Merge[];
  cut?: readonly [number, number];
  /** DBSCAN: the point that was visited last. */
  visited?: { point: number; core: boolean };
}

const matrices: Partial<Record<PointSetName, Float64Array>> = {};
const distancesOf = (name: PointSetName) => (matrices[name] ??= distanceMatrix(POINT_SETS[name].points));

const trees = new Map<string, Merge[]>();

/** A tree is grown once: cuts need no other one. */
function treeOf(name: PointSetName, linkage: Linkage): Merge[] {
  const key = `${name} ${linkage}`;
  const known = trees.get(key) ?? agglomerate(distancesOf(name), POINT_SETS[name].labels.length, linkage);
  trees.set(key, known);
  return known;
}

const SAID = {
  start: 'The centres stand on points; nothing is assigned yet.',
  assign: 'Every point has been given to its nearest centre.',
  move: 'Every centre has moved to the mean of its points.',
} as const;

function byCentres({ points }: PointSet, { k, seed, t }: ClusteringValues): Clustering {
  const run = kMeans(points, plusPlus(points, Math.min(k, MOST_CENTRES), seed));
  const at = Math.min(t, run.length - 1);
  const { did, ...step } = run[at] as (typeof run)[number];
  const end = run[run.length - 1] as (typeof run)[number];
  return {
    ...step,
    end: end.clusters,
    steps: run.length - 1,
    t: at,
    said: at === run.length - 1 ? 'No point changes its centre any more.' : SAID[did],
  };
}

function byTree({ labels }: PointSet, { set, linkage, k }: ClusteringValues): Clustering {
  const n = labels.length;
  const merges = treeOf(set, linkage);
  const left = Math.min(k, n);
  const clusters = cutInto(merges, n, left);
  const height = (m: number) => merges[m]?.height;
  const below = height(n - left - 1) ?? 0;
  const cut = [below, height(n - left) ?? 1.1 * below] as const;
  const said = `${n - left} of ${n - 1} merges are made; the next joins two clusters.`;
  return {
    clusters,
    end: clusters,
    steps: 0,
    t: 0,
    merges,
    cut,
    said: left === 1 ? 'Everything is one cluster.' : said,
  };
}

function byDensity({ labels, nameOf }: PointSet, { set, epsilon, minPts, t }: ClusteringValues): Clustering {
  const n = labels.length;
  const found = dbscan(distancesOf(set), n, epsilon, minPts);
  const at = Math.min(t, n);
  const visit = found.visits[at - 1];
  const kind = !visit || visit.core ? 'a core' : visit.cluster >= 0 ? 'at a border' : 'noise';
  const running = visit !== undefined && at < n;
  return {
    clusters: clustersAfter(found, at),
    end: found.clusters,
    steps: n,
    t: at,
    said: running
      ? `${nameOf(visit.point)} with ${visit.neighbours} within ε, itself among them: ${kind}.`
      : at === 0
        ? 'No point is visited yet.'
        : 'All points are visited.',
    ...(running ? { visited: { point: visit.point, core: visit.core } } : {}),
  };
}

const METHODS = { 'k-means': byCentres, tree: byTree, dbscan: byDensity } as const;

/** Points put into clusters without a look at their classes, and scored by these. */
export function clusteringModel(values: ClusteringValues) {
  const set: PointSet = POINT_SETS[values.set];
  const found = METHODS[values.method](set, values);
  const D = distancesOf(values.set);
  const { clusters } = found;
  const silhouetteOf = (labels: ArrayLike<number>) => {
    const value = silhouette(D, labels);
    return Number.isNaN(value) ? undefined : value;
  };
  return {
    ...found,
    set,
    n: set.labels.length,
    classes: new Set(set.labels).size,
    count: new Set(clusters.filter((c) => c >= 0)).size,
    noise: clusters.filter((c) => c < 0).length,
    hues: hues(set.points, found.end),
    purity: purity(set.labels, clusters),
    nmi: normalizedMutualInformation(set.labels, clusters),
    ari: adjustedRandIndex(set.labels, clusters),
    silhouette: silhouetteOf(clusters),
    silhouetteOfClasses: silhouetteOf(set.labels),
  };
}

export type ClusteringModel = ReturnType<typeof clusteringModel>;
