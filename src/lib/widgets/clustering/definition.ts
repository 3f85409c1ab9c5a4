import { LINKAGES, optionsOf } from '../../clustering';
import { defineWidget } from '../../state/define';
import { formatFixed } from '../../state/format';
import { choice, number } from '../../state/parameters';
import { clusteringModel, type ClusteringModel } from './model';
import { MOST_POINTS, SETS } from './values';

const NAMES = { 'k-means': 'k-means', tree: 'agglomerative clustering', dbscan: 'DBSCAN' } as const;

/** A score that some groupings do not have. */
const scored = (value: number | undefined) => (value === undefined ? '–' : formatFixed(value, 2));

const inWords = ({ count, noise }: ClusteringModel) =>
  `${count} ${count === 1 ? 'cluster' : 'clusters'}${noise > 0 ? ` and ${noise} points in none` : ''}`;

export const definition = defineWidget({
  id: 'clustering',
  name: 'Clustering: k-means, trees, DBSCAN',
  topic: 'Networks at work',
  title: 'Choose a method, and take it step by step',
  about:
    'Points whose classes are known, clustered as if they were not: by k-means, as a tree of merges that is cut, or by ' +
    'DBSCAN; with purity, NMI, adjusted Rand index and silhouette.',
  compact: {
    controls: ['t', 'method'],
    parts: ['numbers'],
    more: [
      'set',
      'tree',
      'k',
      'seed',
      'linkage',
      'epsilon',
      'minPts',
      'said',
      'silhouettes',
      'members',
      'about',
    ],
  },
  parameters: {
    set: choice({ label: 'Points', default: 'contrastive', options: optionsOf(SETS) }),
    method: choice({
      label: 'Method',
      default: 'k-means',
      options: [
        { value: 'k-means', label: 'k-means' },
        { value: 'tree', label: 'agglomerative' },
        { value: 'dbscan', label: 'DBSCAN' },
      ],
    }),
    k: number({ label: 'clusters', symbol: 'k', default: 10, min: 1, max: MOST_POINTS, step: 1 }),
    seed: number({ label: 'seed of the first centres', default: 1, min: 1, max: 99, step: 1 }),
    linkage: choice({
      label: 'Distance of two clusters',
      default: 'ward',
      options: LINKAGES.map((value) => ({ value, label: value === 'ward' ? 'Ward' : value })),
    }),
    epsilon: number({
      label: 'reach',
      symbol: 'ε',
      role: 'distance',
      default: 0.14,
      min: 0.01,
      max: 3,
      step: 0.01,
    }),
    minPts: number({
      label: 'points that make a core',
      symbol: 'minPts',
      default: 5,
      min: 2,
      max: 20,
      step: 1,
    }),
    t: number({ label: 'steps taken', symbol: 't', default: MOST_POINTS, min: 0, max: MOST_POINTS, step: 1 }),
  },
  model: (values) => clusteringModel(values),
  outputs: {
    purity: { label: 'purity', digits: 2, value: (model) => model.purity },
    nmi: { label: 'NMI', digits: 2, value: (model) => model.nmi },
    ari: { label: 'ARI', digits: 2, value: (model) => model.ari },
    silhouette: { label: 'silhouette', value: (model) => scored(model.silhouette) },
    silhouetteOfClasses: {
      label: 'silhouette of the true classes',
      value: (model) => scored(model.silhouetteOfClasses),
    },
    clusters: { label: 'clusters', digits: 0, value: (model) => model.count },
    noise: { label: 'points in no cluster', digits: 0, value: (model) => model.noise },
    inertia: {
      label: 'sum of squared distances to the centres',
      value: ({ inertia }) => (inertia === undefined ? '–' : formatFixed(inertia, 2)),
    },
    steps: { label: 'steps in all', digits: 0, value: (model) => model.steps },
    height: {
      label: 'height of the next merge',
      value: ({ cut }) => (cut ? formatFixed(cut[1], 2) : '–'),
    },
    points: { label: 'points', digits: 0, value: ({ n }) => n },
  },
  summary({ method, t }, model) {
    const running = method !== 'tree' && t < model.steps;
    return (
      `${model.n} points of ${model.classes} classes under ${NAMES[method]}${running ? `, after ${model.t} ${model.t === 1 ? 'step' : 'steps'}` : ''}: ` +
      `${inWords(model)}. Purity is ${formatFixed(model.purity, 2)}, NMI ${formatFixed(model.nmi, 2)}, the adjusted Rand ` +
      `index ${formatFixed(model.ari, 2)}, the silhouette ${model.silhouette === undefined ? 'not defined' : formatFixed(model.silhouette, 2)}.`
    );
  },
});
