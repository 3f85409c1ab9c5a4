import { arcFace, cosFace, infoNce, multiSimilarity, nPair, proxyNca, supCon } from '../../losses';
import { toRows } from '../objective';
import {
  contrastiveStep,
  ofRows,
  overGroups,
  tripletStep,
  type OwnSetting,
  type RaceBatch,
  type RaceStep,
} from './steps';

/** A loss that takes part. */
export interface Contender {
  id: ContenderId;
  name: string;
  /** Its own parameter. */
  symbol: string;
  /** What is tried of it. The first is the default of pytorch-metric-learning 2.9. */
  settings: readonly [OwnSetting, OwnSetting, OwnSetting, OwnSetting];
  /** Whether it has a row of weights for each class. */
  hasRows: boolean;
  step(batch: RaceBatch, setting: OwnSetting): RaceStep;
}

export const CONTENDER_IDS = [
  'contrastive',
  'triplet-all',
  'triplet-semi-hard',
  'triplet-hard',
  'n-pair',
  'infonce',
  'supcon',
  'multi-similarity',
  'proxy-nca',
  'arcface',
  'cosface',
] as const;

export type ContenderId = (typeof CONTENDER_IDS)[number];

const values = (...all: [number, number, number, number]) =>
  all.map((value) => ({ value })) as unknown as Contender['settings'];

const TRIPLET_MARGINS = values(0.05, 0.1, 0.2, 0.5);

/** Every contender, in the order in which they are listed. */
export const CONTENDERS: readonly Contender[] = [
  {
    id: 'contrastive',
    name: 'contrastive',
    symbol: 'm',
    settings: values(1, 0.5, 0.75, 1.3),
    hasRows: false,
    step: contrastiveStep,
  },
  {
    id: 'triplet-all',
    name: 'triplet, batch-all',
    symbol: 'm',
    settings: TRIPLET_MARGINS,
    hasRows: false,
    step: tripletStep('all'),
  },
  {
    id: 'triplet-semi-hard',
    name: 'triplet, semi-hard',
    symbol: 'm',
    settings: TRIPLET_MARGINS,
    hasRows: false,
    step: tripletStep('nearest-semi-hard'),
  },
  {
    id: 'triplet-hard',
    name: 'triplet, batch-hard',
    symbol: 'm',
    settings: TRIPLET_MARGINS,
    hasRows: false,
    step: tripletStep('batch-hard'),
  },
  {
    id: 'n-pair',
    name: 'N-pair',
    symbol: 'λ',
    settings: values(0, 0.01, 0.05, 0.2),
    hasRows: false,
    step: (batch, { value: lambda }) =>
      overGroups(batch, (a, p) => {
        const { loss, gradient } = nPair(a, p, { lambda });
        return { loss, slopes: gradient };
      }),
  },
  {
    id: 'infonce',
    name: 'InfoNCE',
    symbol: 'τ',
    settings: values(0.07, 0.1, 0.2, 0.5),
    hasRows: false,
    step: (batch, { value: temperature }) =>
      overGroups(batch, (a, p) => {
        const { loss, gradient } = infoNce(a, p, { temperature });
        return { loss, slopes: { a: gradient.a, p: gradient.b } };
      }),
  },
  {
    id: 'supcon',
    name: 'SupCon',
    symbol: 'τ',
    settings: values(0.1, 0.05, 0.2, 0.5),
    hasRows: false,
    step: ({ embeddings, dim, labels }, { value: temperature }) => {
      const { loss, gradient } = supCon(toRows(embeddings, dim), labels, {
        temperature,
        baseTemperature: temperature,
      });
      return ofRows(loss, gradient.x, dim);
    },
  },
  {
    id: 'multi-similarity',
    name: 'multi-similarity',
    symbol: 'λ',
    settings: values(0.5, 0.2, 0.8, 1),
    hasRows: false,
    step: ({ embeddings, dim, labels }, { value: lambda }) => {
      const { loss, gradient } = multiSimilarity(toRows(embeddings, dim), labels, { lambda });
      return ofRows(loss, gradient.x, dim);
    },
  },
  {
    id: 'proxy-nca',
    name: 'Proxy-NCA',
    symbol: 'k',
    settings: values(1, 2, 4, 8),
    hasRows: true,
    step: ({ embeddings, dim, labels, rows }, { value: k }) => {
      const { loss, gradient } = proxyNca(toRows(embeddings, dim), rows, labels, { k, own: true });
      return ofRows(loss, gradient.x, dim, gradient.proxies);
    },
  },
  {
    id: 'arcface',
    name: 'ArcFace',
    symbol: 'm',
    settings: [
      { value: 0.5, scale: 64 },
      { value: 0.5, scale: 16 },
      { value: 0.3, scale: 16 },
      { value: 0.1, scale: 16 },
    ],
    hasRows: true,
    step: ({ embeddings, dim, labels, rows }, { value: m, scale: s = 64 }) => {
      const { loss, gradient } = arcFace(toRows(embeddings, dim), rows, labels, { m, s });
      return ofRows(loss, gradient.x, dim, gradient.W);
    },
  },
  {
    id: 'cosface',
    name: 'CosFace',
    symbol: 'm',
    settings: [
      { value: 0.35, scale: 64 },
      { value: 0.35, scale: 16 },
      { value: 0.2, scale: 16 },
      { value: 0.1, scale: 16 },
    ],
    hasRows: true,
    step: ({ embeddings, dim, labels, rows }, { value: m, scale: s = 64 }) => {
      const { loss, gradient } = cosFace(toRows(embeddings, dim), rows, labels, { m, s });
      return ofRows(loss, gradient.x, dim, gradient.W);
    },
  },
];

/** The contender of that id. */
export function contenderNamed(id: string): Contender {
  const found = CONTENDERS.find((contender) => contender.id === id);
  if (!found) throw new RangeError(`loss is ${id}; one of ${CONTENDER_IDS.join(', ')} is allowed`);
  return found;
}
