import { firstPairs, tripletMinedLoss, unorderedPairs, type LossDeclaration, type Rows } from '../../losses';
import { entryOf, type LossName } from './catalogue';
import type { Batch, Knobs } from './entry';

type Values = Record<string, number | boolean | string>;

/** The parameters of each loss out of the knobs of the map; what is not named stands at its default. */
const PARAMETERS: Record<LossName, (knobs: Knobs) => Values> = {
  contrastive: ({ m }) => ({ m }),
  triplet: ({ m }) => ({ m }),
  'lifted-structure': ({ m }) => ({ m }),
  'n-pair': () => ({}),
  'nt-xent': ({ tau }) => ({ temperature: tau, denominator: 'all-others' }),
  supcon: ({ tau }) => ({ temperature: tau, baseTemperature: tau }),
  'multi-similarity': ({ lambda, tau }) => ({ lambda, beta: 1 / tau, mined: false }),
  circle: ({ c, tau }) => ({ m: c, gamma: 1 / tau }),
  'normalized-softmax': ({ tau }) => ({ temperature: tau }),
  'proxy-nca': ({ tau }) => ({ k: 1 / (2 * tau) }),
  'proxy-anchor': ({ c, tau }) => ({ delta: c, alpha: 1 / tau }),
  center: () => ({ reducer: 'mean' }),
  sphereface: ({ factor, tau }) => ({ m: factor, s: 1 / tau }),
  cosface: ({ c, tau }) => ({ m: c, s: 1 / tau }),
  arcface: ({ angle, tau }) => ({ m: angle, s: 1 / tau }),
};

const LOSSES: Partial<Record<LossName, LossDeclaration>> = { triplet: tripletMinedLoss };

/** The batch in the inputs that a loss takes. */
function inputsOf(name: LossName, { x, labels, W }: Batch): Record<string, Rows | readonly number[]> {
  const rows = (indexes: readonly number[]) => indexes.map((i) => x[i] ?? []);
  if (name === 'contrastive') {
    const pairs = [...unorderedPairs(x.length)];
    return {
      x1: rows(pairs.map(([i]) => i)),
      x2: rows(pairs.map(([, j]) => j)),
      y: pairs.map(([i, j]) => (labels[i] === labels[j] ? 0 : 1)),
    };
  }
  if (name === 'n-pair') {
    const pairs = firstPairs(labels);
    return { a: rows(pairs.map(([a]) => a)), p: rows(pairs.map(([, p]) => p)) };
  }
  return { x, labels, W, proxies: W, centers: W };
}

/** A loss of the map with its present knobs, for the present batch. */
export function codeOf(name: LossName, batch: Batch, knobs: Knobs) {
  return {
    loss: LOSSES[name] ?? entryOf(name).declaration,
    parameters: PARAMETERS[name](knobs),
    inputs: inputsOf(name, batch),
  };
}
