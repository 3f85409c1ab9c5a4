import { digitFiles } from '../../learning/digit-files';
import { CONTENDER_IDS } from '../../learning/race/contenders';
import { defineWidget } from '../../state/define';
import { formatFixed } from '../../state/format';
import { choice, number } from '../../state/parameters';
import { MEASURE_FACTS } from './measures';
import { gapOf, observed, overlapOf, raceModel, type Lane, type RaceModel } from './model';
import type { MEASURES } from './record';
import { SEEDS, nameOf } from './record';

const lossOptions = CONTENDER_IDS.map((value) => ({ value, label: nameOf(value) }));

/** The mean of one loss, for the text. */
const meanOf = (id: string) => ({
  label: `mean of ${id}`,
  value: ({ lanes }: RaceModel) => lanes.find((lane) => lane.id === id)?.mean ?? 0,
  digits: 1,
});

export const definition = defineWidget({
  id: 'race',
  name: 'Eleven losses in a fair race',
  topic: 'Networks at work',
  title: 'Eleven losses, one network, six seeds: choose what is measured',
  about:
    'Recorded runs of one small network with eleven losses: learned from seven digits, measured on three others that it ' +
    'never saw. A dot for each seed, and the interval of the mean.',
  compact: {
    controls: ['metric', 'batch', 'tuned'],
    parts: ['numbers'],
    more: ['table', 'own'],
  },
  parameters: {
    metric: choice({
      label: 'Measure',
      default: 'map',
      options: [
        ...([
          'map',
          'rp',
          'p1',
          'tar',
          'spread',
          'rank',
          'loss',
        ] as const satisfies readonly (typeof MEASURES)[number][]),
      ].map((value) => ({ value, label: MEASURE_FACTS[value].label })),
    }),
    batch: choice({
      label: 'Batch',
      default: 'large',
      options: [
        { value: 'small', label: '14 pictures' },
        { value: 'large', label: '42 pictures' },
      ],
    }),
    tuned: choice({
      label: 'Tuned',
      default: 'all',
      options: [
        { value: 'all', label: 'every loss alike' },
        { value: 'none', label: 'none' },
        ...lossOptions.map(({ value, label }) => ({ value, label: `only ${label}` })),
      ],
    }),
    test: choice({
      label: 'Digits never learned from',
      default: '246',
      options: [
        { value: '246', label: '2, 4, 6' },
        { value: '789', label: '7, 8, 9' },
      ],
    }),
    digits: choice({
      label: 'Measured on',
      default: 'unseen',
      options: [
        { value: 'unseen', label: 'digits never learned from' },
        { value: 'learned', label: 'new pictures of learned digits' },
      ],
    }),
    sort: choice({
      label: 'Order',
      default: 'mean',
      options: [
        { value: 'mean', label: 'by the mean' },
        { value: 'family', label: 'by kind' },
      ],
    }),
    loss: choice({ label: 'Your own run: loss', default: 'contrastive', options: lossOptions }),
    seed: number({ label: 'seed', default: 7, min: 1, max: 9999, step: 1 }),
  },
  files: digitFiles(14),
  model: (values) => raceModel(values),
  observe: observed,
  outputs: {
    best: { label: 'best by its mean', value: ({ best }) => best.name },
    bestMean: { label: 'mean of the best', digits: 1, value: ({ best }) => best.mean },
    bestLow: { label: 'lower end of its interval', digits: 1, value: ({ best }) => best.low },
    bestHigh: { label: 'upper end of its interval', digits: 1, value: ({ best }) => best.high },
    worst: { label: 'last by its mean', value: ({ worst }) => worst.name },
    worstMean: { label: 'mean of the last', digits: 1, value: ({ worst }) => worst.mean },
    gap: { label: 'best to last', digits: 1, value: gapOf },
    seedSd: { label: 'one run over seeds, standard deviation', digits: 1, value: ({ seedSd }) => seedSd },
    overlapping: { label: 'others whose interval meets that of the best', digits: 0, value: overlapOf },
    helped: { label: 'losses that tuning has helped', digits: 0, value: ({ helped }) => helped },
    harmed: { label: 'losses that tuning has harmed', digits: 0, value: ({ harmed }) => harmed },
    bestSd: { label: 'one run of the first, standard deviation', digits: 1, value: ({ best }) => best.sd },
    below: {
      label: 'losses below the untrained network',
      digits: 0,
      value: ({ belowUntrained }) => belowUntrained,
    },
    belowPixels: {
      label: 'losses below the bare pixels',
      digits: 0,
      value: ({ belowPixels }) => belowPixels,
    },
    untrained: {
      label: 'untrained network',
      digits: 1,
      value: ({ untrained }) => untrained?.mean ?? 'has none',
    },
    pixels: { label: 'bare pixels', digits: 1, value: ({ pixels }) => pixels ?? 'have none' },
    contrastive: meanOf('contrastive'),
    tripletAll: meanOf('triplet-all'),
    tripletSemiHard: meanOf('triplet-semi-hard'),
    tripletHard: meanOf('triplet-hard'),
    nPair: meanOf('n-pair'),
    infoNce: meanOf('infonce'),
    supCon: meanOf('supcon'),
    multiSimilarity: meanOf('multi-similarity'),
    proxyNca: meanOf('proxy-nca'),
    arcFace: meanOf('arcface'),
    cosFace: meanOf('cosface'),
    own: { label: 'your last run', digits: 1, value: ({ own }) => own ?? 'not yet run' },
  },
  summary({ metric }, model) {
    const { label, unit, digits } = MEASURE_FACTS[metric];
    const said = ({ name, mean, low, high }: Lane) =>
      `${name} ${formatFixed(mean, digits)}${unit}, interval ${formatFixed(low, digits)} to ${formatFixed(high, digits)}`;
    return (
      `${capitalised(label)} over ${SEEDS.length} seeds: first ${said(model.best)}; last ${said(model.worst)}. ` +
      `The interval of the first meets that of ${overlapOf(model)} of the ${model.lanes.length - 1} others.`
    );
  },
});

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
