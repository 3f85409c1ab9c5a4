import {
  allTriplets,
  circle,
  circleLoss,
  contrastive,
  contrastiveLoss,
  liftedStructure,
  liftedStructureLoss,
  multiSimilarity,
  multiSimilarityLoss,
  nPairLoss,
  nPairOfClasses,
  ntXent,
  ntXentLoss,
  overAllPairs,
  supCon,
  supConLoss,
  tripletLoss,
  tripletMined,
} from '../../losses';
import type { BatchTerms, Entry } from './entry';

const labelled = ({
  loss,
  items,
  gradient,
}: {
  loss: number;
  items: number[];
  gradient: { x: number[][] };
}): BatchTerms => ({ loss, items, x: gradient.x, W: null });

/** The losses that compare embeddings with each other. */
export const between = {
  contrastive: {
    declaration: contrastiveLoss,
    sees: 'distance',
    limit: 'a margin m on the distance of dissimilar pairs',
    tag: 'distance',
    knobs: ['m'],
    items: 'pairs',
    reach: ({ m }) => m,
    evaluate: ({ x, labels }, { m }) =>
      labelled(overAllPairs((a, b, y) => contrastive(a, b, y, { m }), x, labels, 'mean')),
  },
  triplet: {
    declaration: tripletLoss,
    sees: 'distance',
    limit: 'a margin m on the difference of two distances',
    tag: 'difference',
    knobs: ['m'],
    items: 'triplets',
    reach: ({ m }, farthest) => farthest + m,
    evaluate: ({ x, labels }, { m }) => labelled(tripletMined(x, labels, allTriplets, { m })),
  },
  'lifted-structure': {
    declaration: liftedStructureLoss,
    sees: 'distance',
    limit: 'a margin m on distances, inside exponentials',
    tag: 'distances',
    knobs: ['m'],
    items: 'similar pairs, each with all its negatives',
    evaluate: ({ x, labels }, { m }) => labelled(liftedStructure(x, labels, { m })),
  },
  'n-pair': {
    declaration: nPairLoss,
    sees: 'product',
    limit: 'none: the length of the embeddings sets how sharp the softmax is',
    tag: 'none',
    knobs: [],
    items: 'anchors, one a class',
    evaluate: ({ x, labels }) => labelled(nPairOfClasses(x, labels)),
  },
  'nt-xent': {
    declaration: ntXentLoss,
    sees: 'cosine',
    limit: 'no margin, a temperature τ',
    tag: 'temperature',
    knobs: ['tau'],
    items: 'positive pairs, each with all the rest',
    evaluate: ({ x, labels }, { tau }) =>
      labelled(ntXent(x, labels, { temperature: tau, denominator: 'all-others' })),
  },
  supcon: {
    declaration: supConLoss,
    sees: 'cosine',
    limit: 'no margin, a temperature τ',
    tag: 'temperature',
    knobs: ['tau'],
    items: 'anchors, each with all the rest',
    evaluate: ({ x, labels }, { tau }) =>
      labelled(supCon(x, labels, { temperature: tau, baseTemperature: tau })),
  },
  'multi-similarity': {
    declaration: multiSimilarityLoss,
    sees: 'cosine',
    limit: 'a threshold λ on the cosine, and a scale β = 1/τ for the negatives (α = 2 for the positives)',
    tag: 'cosine',
    knobs: ['lambda', 'tau'],
    items: 'anchors, each with all the rest',
    evaluate: ({ x, labels }, { lambda, tau }) =>
      labelled(multiSimilarity(x, labels, { lambda, beta: 1 / tau, mined: false })),
  },
  circle: {
    declaration: circleLoss,
    sees: 'cosine',
    limit: 'a margin m on the cosine, and a scale γ = 1/τ',
    tag: 'cosine',
    knobs: ['c', 'tau'],
    items: 'anchors, each with all the rest',
    evaluate: ({ x, labels }, { c, tau }) => labelled(circle(x, labels, { m: c, gamma: 1 / tau })),
  },
} satisfies Record<string, Entry>;
