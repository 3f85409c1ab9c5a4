import type { arcFaceLoss } from '../arcface';
import type { circleLoss } from '../circle';
import type { cosFaceLoss } from '../cosface';
import type { generalisedLiftedStructureLoss } from '../generalised-lifted-structure';
import type { infoNceLoss } from '../infonce';
import type { liftedStructureLoss } from '../lifted-structure';
import type { linearContrastiveBatchLoss } from '../linear-contrastive-batch';
import type { multiSimilarityLoss } from '../multi-similarity';
import type { normalizedSoftmaxLoss } from '../normalized-softmax';
import type { ntXentLoss } from '../nt-xent';
import type { proxyAnchorLoss } from '../proxy-anchor';
import type { proxyNcaLoss } from '../proxy-nca';
import type { sphereFaceLoss } from '../sphereface';
import type { subCenterArcFaceLoss } from '../subcenter-arcface';
import type { supConLoss } from '../supcon';
import type { tripletMinedLoss } from '../triplet-mined';
import type { wuMarginLoss } from '../wu-margin';
import { callOf, DISTANCES, distance, MINERS, REDUCERS, type LibraryProgram } from './library-call';
import { pythonFloat } from './names';
import type { Settings } from './program';

/** A class weight a column, as the library keeps them. */
const WEIGHTS = ['loss_func.W.data = W.detach().t()'];
const PROXIES = ['loss_func.proxies.data = proxies.detach()'];
const classes = (rows: string) => ({
  num_classes: `${rows}.shape[0]`,
  embedding_size: `${rows}.shape[1]`,
});
const inDegrees = (radians: number) => `math.degrees(${pythonFloat(radians)})`;

function lifted(loss: string) {
  return ({ m, slack, distance: named, reducer }: Settings<typeof liftedStructureLoss>) => {
    const measure = distance(named);
    // A sum would count each pair in both orders.
    if (measure === undefined || reducer === 'sum') return undefined;
    return {
      loss,
      arguments: { neg_margin: m, pos_margin: slack, distance: measure, reducer: REDUCERS[reducer] },
    };
  };
}

/** The losses that pytorch-metric-learning has, under the settings for which it computes the same. */
export const libraryPrograms: Record<string, LibraryProgram> = {
  'linear-contrastive-batch': callOf<typeof linearContrastiveBatchLoss>(
    ({ m, mPositive, measure, reducer }) => {
      if (reducer === 'sum') return undefined;
      const measures = {
        euclidean: DISTANCES.euclidean(1),
        squared: DISTANCES.euclidean(2),
        normalised: DISTANCES.normalised(1),
        'normalised-squared': DISTANCES.normalised(2),
        cosine: 'distances.CosineSimilarity()',
      };
      return {
        loss: 'ContrastiveLoss',
        arguments: {
          pos_margin: mPositive,
          neg_margin: m,
          distance: measures[measure],
          reducer: REDUCERS[reducer],
        },
      };
    },
  ),
  'triplet-mined': callOf<typeof tripletMinedLoss>(
    ({ m, form, squared, swap, distance: named, mining, reducer }) => {
      const measure = distance(named, squared ? 2 : 1);
      const miner = MINERS[mining];
      if (measure === undefined || (miner === undefined && mining !== 'all')) return undefined;
      if (form === 'soft' && miner?.includes('margin=m')) return undefined;
      return {
        loss: 'TripletMarginLoss',
        arguments: {
          margin: form === 'soft' ? 0 : m,
          swap: swap ? 'True' : 'False',
          smooth_loss: form === 'hinge' ? 'False' : 'True',
          distance: measure,
          reducer: REDUCERS[reducer],
        },
        ...(miner && {
          prepare: [
            `miner = ${miner.replace('margin=m', `margin=${pythonFloat(m)}`).replace('distance=distance', `distance=${measure}`)}`,
          ],
          call: 'loss_func(x, labels, miner(x, labels))',
        }),
      };
    },
  ),
  'wu-margin': callOf<typeof wuMarginLoss>(({ alpha, distance: named, reducer }) => {
    const measure = distance(named);
    if (measure === undefined || reducer !== 'mean-active') return undefined;
    return {
      loss: 'MarginLoss',
      arguments: { margin: alpha, beta: 'beta.item()', distance: measure },
    };
  }),
  'lifted-structure': callOf<typeof liftedStructureLoss>(lifted('LiftedStructureLoss')),
  'generalised-lifted-structure': callOf<typeof generalisedLiftedStructureLoss>(
    lifted('GeneralizedLiftedStructureLoss'),
  ),
  infonce: callOf<typeof infoNceLoss>(({ temperature, normalise, reducer }) => ({
    loss: 'NTXentLoss',
    arguments: {
      temperature,
      distance: normalise
        ? 'distances.CosineSimilarity()'
        : 'distances.DotProductSimilarity(normalize_embeddings=False)',
      reducer: REDUCERS[reducer],
    },
    prepare: ['index = torch.arange(a.shape[0])'],
    // A copy: were the labels one object, the library would take each row for its own pair and leave it out.
    call: 'loss_func(a, index, ref_emb=b, ref_labels=index.clone())',
  })),
  'nt-xent': callOf<typeof ntXentLoss>(({ temperature, distance: named, denominator, reducer }) => {
    if (denominator !== 'other-classes') return undefined;
    return {
      loss: 'NTXentLoss',
      arguments: {
        temperature,
        distance: named === 'cosine' ? 'distances.CosineSimilarity()' : DISTANCES.euclidean(1),
        reducer: REDUCERS[reducer],
      },
    };
  }),
  supcon: callOf<typeof supConLoss>(
    ({ temperature, baseTemperature, normalise, contrastMode, needsNegatives, reducer }) => {
      if (contrastMode === 'one' || !needsNegatives || temperature !== baseTemperature) return undefined;
      return {
        loss: 'SupConLoss',
        arguments: {
          temperature,
          distance: normalise
            ? 'distances.CosineSimilarity()'
            : 'distances.DotProductSimilarity(normalize_embeddings=False)',
          reducer: REDUCERS[reducer],
        },
      };
    },
  ),
  'multi-similarity': callOf<typeof multiSimilarityLoss>(
    ({ alpha, beta, lambda, mined, epsilon, leastPairs, reducer }) => {
      if (leastPairs !== 2) return undefined;
      return {
        loss: 'MultiSimilarityLoss',
        arguments: { alpha, beta, base: lambda, reducer: REDUCERS[reducer] },
        ...(mined && {
          prepare: [`miner = miners.MultiSimilarityMiner(epsilon=${pythonFloat(epsilon)})`],
          call: 'loss_func(x, labels, miner(x, labels))',
        }),
      };
    },
  ),
  circle: callOf<typeof circleLoss>(({ m, gamma, over, detached, reducer }) => {
    if (over === 'batch' || !detached) return undefined;
    return { loss: 'CircleLoss', arguments: { m, gamma, reducer: REDUCERS[reducer] } };
  }),
  'proxy-nca': callOf<typeof proxyNcaLoss>(({ k, own, reducer }) => {
    if (!own) return undefined;
    return {
      loss: 'ProxyNCALoss',
      arguments: { ...classes('proxies'), softmax_scale: k, reducer: REDUCERS[reducer] },
      prepare: PROXIES,
    };
  }),
  'proxy-anchor': callOf<typeof proxyAnchorLoss>(({ delta, alpha }) => ({
    loss: 'ProxyAnchorLoss',
    arguments: { ...classes('proxies'), margin: delta, alpha },
    prepare: PROXIES,
  })),
  'normalized-softmax': callOf<typeof normalizedSoftmaxLoss>(({ temperature, reducer }) => ({
    loss: 'NormalizedSoftmaxLoss',
    arguments: { ...classes('W'), temperature, reducer: REDUCERS[reducer] },
    prepare: WEIGHTS,
  })),
  sphereface: callOf<typeof sphereFaceLoss>(({ m, s, reducer }) => ({
    loss: 'SphereFaceLoss',
    arguments: { ...classes('W'), margin: m, scale: s, reducer: REDUCERS[reducer] },
    prepare: WEIGHTS,
  })),
  cosface: callOf<typeof cosFaceLoss>(({ m, s, reducer }) => ({
    loss: 'CosFaceLoss',
    arguments: { ...classes('W'), margin: m, scale: s, reducer: REDUCERS[reducer] },
    prepare: WEIGHTS,
  })),
  arcface: callOf<typeof arcFaceLoss>(({ m, s, past, gradient, reducer }) => {
    if (past !== 'guard' || gradient !== 'exact') return undefined;
    return {
      loss: 'ArcFaceLoss',
      arguments: { ...classes('W'), margin: inDegrees(m), scale: s, reducer: REDUCERS[reducer] },
      prepare: WEIGHTS,
    };
  }),
  'subcenter-arcface': callOf<typeof subCenterArcFaceLoss>(({ K, m, s, past, reducer }) => {
    if (past !== 'guard') return undefined;
    return {
      loss: 'SubCenterArcFaceLoss',
      arguments: {
        num_classes: `W.shape[0] // ${K}`,
        embedding_size: 'W.shape[1]',
        sub_centers: String(K),
        margin: inDegrees(m),
        scale: s,
        reducer: REDUCERS[reducer],
      },
      prepare: WEIGHTS,
    };
  }),
};
