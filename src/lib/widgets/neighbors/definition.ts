import { optionsOf } from '../../clustering';
import { defineWidget } from '../../state/define';
import { formatFixed } from '../../state/format';
import { choice, number } from '../../state/parameters';
import { MOST_NEIGHBOURS, MOST_POINTS, neighborsModel, SETS, type Memory } from './model';

const percent = (share: number) => 100 * share;

export const definition = defineWidget({
  id: 'neighbors',
  name: 'Nearest neighbours: precision and recall',
  topic: 'Networks at work',
  title: 'Drag the query from point to point',
  about:
    'Embeddings as a map, one of them the query, joined to its k nearest: precision and recall of this query, and ' +
    'Recall@k, precision and MAP@R over all queries, before and after training with several losses.',
  compact: {
    controls: ['k'],
    parts: ['numbers', 'pictures'],
    more: ['set', 'query', 'curve', 'all', 'about'],
  },
  parameters: {
    set: choice({ label: 'Points', default: 'contrastive', options: optionsOf(SETS) }),
    k: number({ label: 'neighbours', symbol: 'k', default: 5, min: 1, max: MOST_NEIGHBOURS, step: 1 }),
    query: number({ label: 'query, by its number', default: 95, min: 1, max: MOST_POINTS, step: 1 }),
  },
  model: (values) => neighborsModel(values),
  createModel() {
    const memory: Memory = new Map();
    return { model: (values) => neighborsModel(values, memory) };
  },
  outputs: {
    same: {
      label: 'of the query’s class among the k nearest',
      digits: 0,
      value: ({ near }) => near.filter(({ same }) => same).length,
    },
    precision: { label: 'precision', unit: ' %', digits: 0, value: ({ own }) => percent(own.precision) },
    recall: { label: 'recall', unit: ' %', digits: 0, value: ({ own }) => percent(own.recall) },
    hit: { label: 'a hit', value: ({ own }) => (own.hit ? 'yes' : 'no') },
    radius: {
      label: 'distance of the k-th',
      symbol: 'D',
      role: 'distance',
      digits: 2,
      value: ({ near }) => near.at(-1)?.D ?? 0,
    },
    recallAtK: {
      label: 'Recall@k of all queries',
      unit: ' %',
      digits: 1,
      value: ({ all }) => percent(all.recallAtK),
    },
    precisionAtK: {
      label: 'precision of all queries',
      unit: ' %',
      digits: 1,
      value: ({ all }) => percent(all.precision),
    },
    recallOfAll: {
      label: 'recall of all queries',
      unit: ' %',
      digits: 1,
      value: ({ all }) => percent(all.recall),
    },
    rPrecision: { label: 'R-precision', unit: ' %', digits: 1, value: ({ all }) => percent(all.rPrecision) },
    map: { label: 'MAP@R', unit: ' %', digits: 1, value: ({ all }) => percent(all.meanAveragePrecision) },
    chance: { label: 'Recall@k by chance', unit: ' %', digits: 1, value: ({ chance }) => percent(chance) },
    points: { label: 'points', digits: 0, value: ({ n }) => n },
  },
  summary({ k }, { set, query, near, n, all, chance }) {
    const same = near.filter((neighbour) => neighbour.same).length;
    return (
      `The query is ${set.nameOf(query)}, number ${query + 1} of ${n}; ${same} of its ${k} nearest ` +
      `${same === 1 ? 'is' : 'are'} of its class. Over all queries, Recall@${k} is ` +
      `${formatFixed(percent(all.recallAtK), 1)} %, by chance ${formatFixed(percent(chance), 1)} %, and MAP@R ` +
      `${formatFixed(percent(all.meanAveragePrecision), 1)} %.`
    );
  },
});
