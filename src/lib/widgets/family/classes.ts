import {
  arcFace,
  arcFaceLoss,
  center,
  centerLoss,
  cosFace,
  cosFaceLoss,
  normalizedSoftmax,
  normalizedSoftmaxLoss,
  proxyAnchor,
  proxyAnchorLoss,
  proxyNca,
  proxyNcaLoss,
  sphereFace,
  sphereFaceLoss,
} from '../../losses';
import type { BatchTerms, Entry } from './entry';

/** Papers call what stands for a class its weight, its proxy or its centre. */
const weighted = <K extends 'W' | 'proxies' | 'centers'>(
  {
    loss,
    items,
    gradient,
  }: { loss: number; items: number[]; gradient: { x: number[][] } & Record<K, number[][]> },
  name: K,
): BatchTerms => ({ loss, items, x: gradient.x, W: gradient[name] });

/** The losses that compare each embedding with what stands for its class and for the others. */
export const classes = {
  'normalized-softmax': {
    declaration: normalizedSoftmaxLoss,
    sees: 'cosine',
    limit: 'no margin, a temperature τ',
    tag: 'temperature',
    knobs: ['tau'],
    items: 'embeddings, each with all class weights',
    evaluate: ({ x, W, labels }, { tau }) =>
      weighted(normalizedSoftmax(x, W, labels, { temperature: tau }), 'W'),
  },
  'proxy-nca': {
    declaration: proxyNcaLoss,
    sees: 'cosine',
    limit: 'no margin; the factor k of the squared distances is 1/2τ',
    tag: 'temperature',
    knobs: ['tau'],
    items: 'embeddings, each with all proxies',
    evaluate: ({ x, W, labels }, { tau }) =>
      weighted(proxyNca(x, W, labels, { k: 1 / (2 * tau) }), 'proxies'),
  },
  'proxy-anchor': {
    declaration: proxyAnchorLoss,
    sees: 'cosine',
    limit: 'a margin δ on the cosine, and a scale α = 1/τ',
    tag: 'cosine',
    knobs: ['c', 'tau'],
    items: 'proxies, each with all embeddings',
    evaluate: ({ x, W, labels }, { c, tau }) =>
      weighted(proxyAnchor(x, W, labels, { delta: c, alpha: 1 / tau }), 'proxies'),
  },
  center: {
    declaration: centerLoss,
    sees: 'distance',
    limit: 'none, and nothing pushes',
    tag: 'none',
    knobs: [],
    items: 'embeddings, each with its centre',
    evaluate: ({ x, W, labels }) => weighted(center(x, W, labels, { reducer: 'mean' }), 'centers'),
  },
  sphereface: {
    declaration: sphereFaceLoss,
    sees: 'cosine',
    seesAlso: 'and the length of the embedding',
    limit: 'a factor m of the angle; the length of an embedding, times s = 1/τ, is its scale',
    tag: 'angle',
    knobs: ['factor', 'tau'],
    items: 'embeddings, each with all class weights',
    evaluate: ({ x, W, labels }, { factor, tau }) =>
      weighted(sphereFace(x, W, labels, { m: factor, s: 1 / tau }), 'W'),
  },
  cosface: {
    declaration: cosFaceLoss,
    sees: 'cosine',
    limit: 'a margin m taken from the cosine, and a scale s = 1/τ',
    tag: 'cosine',
    knobs: ['c', 'tau'],
    items: 'embeddings, each with all class weights',
    evaluate: ({ x, W, labels }, { c, tau }) => weighted(cosFace(x, W, labels, { m: c, s: 1 / tau }), 'W'),
  },
  arcface: {
    declaration: arcFaceLoss,
    sees: 'cosine',
    limit: 'a margin m added to the angle, and a scale s = 1/τ',
    tag: 'angle',
    knobs: ['angle', 'tau'],
    items: 'embeddings, each with all class weights',
    evaluate: ({ x, W, labels }, { angle, tau }) =>
      weighted(arcFace(x, W, labels, { m: angle, s: 1 / tau }), 'W'),
  },
} satisfies Record<string, Entry>;
