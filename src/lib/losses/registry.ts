import { alignmentUniformityLoss } from './alignment-uniformity';
import { arcFaceLoss } from './arcface';
import { centerLoss } from './center';
import { chopra2005Loss } from './chopra2005';
import { circleLoss } from './circle';
import { clipLoss } from './clip';
import { combinedMarginLoss } from './combined-margin';
import { contrastiveLoss } from './contrastive';
import { coSentLoss } from './cosent';
import { cosFaceLoss } from './cosface';
import { cosineEmbeddingLoss } from './cosine-embedding';
import { cosineMseLoss } from './cosine-mse';
import type { LossDeclaration } from './declare';
import { doubleMarginLoss } from './double-margin';
import { generalisedLiftedStructureLoss } from './generalised-lifted-structure';
import { hingeEmbeddingLoss } from './hinge-embedding';
import { infoNceLoss } from './infonce';
import { liftedStructureLoss } from './lifted-structure';
import { linearContrastiveLoss } from './linear-contrastive';
import { linearContrastiveBatchLoss } from './linear-contrastive-batch';
import { multiSimilarityLoss } from './multi-similarity';
import { nPairLoss } from './n-pair';
import { normalizedSoftmaxLoss } from './normalized-softmax';
import { ntXentLoss } from './nt-xent';
import { onlineContrastiveLoss } from './online-contrastive';
import { proxyAnchorLoss } from './proxy-anchor';
import { proxyNcaLoss } from './proxy-nca';
import { sigLipLoss } from './siglip';
import { sphereFaceLoss } from './sphereface';
import { squaredDistanceContrastiveLoss } from './squared-distance-contrastive';
import { subCenterArcFaceLoss } from './subcenter-arcface';
import { supConLoss } from './supcon';
import { tripletLoss } from './triplet';
import { tripletMinedLoss } from './triplet-mined';
import { vicRegLoss } from './vicreg';
import { wuMarginLoss } from './wu-margin';

/** Every loss by its id. */
export const losses: Record<string, LossDeclaration> = {
  'alignment-uniformity': alignmentUniformityLoss,
  arcface: arcFaceLoss,
  center: centerLoss,
  chopra2005: chopra2005Loss,
  circle: circleLoss,
  clip: clipLoss,
  'combined-margin': combinedMarginLoss,
  contrastive: contrastiveLoss,
  cosent: coSentLoss,
  cosface: cosFaceLoss,
  'cosine-embedding': cosineEmbeddingLoss,
  'cosine-mse': cosineMseLoss,
  'double-margin': doubleMarginLoss,
  'generalised-lifted-structure': generalisedLiftedStructureLoss,
  'hinge-embedding': hingeEmbeddingLoss,
  infonce: infoNceLoss,
  'lifted-structure': liftedStructureLoss,
  'linear-contrastive': linearContrastiveLoss,
  'linear-contrastive-batch': linearContrastiveBatchLoss,
  'multi-similarity': multiSimilarityLoss,
  'n-pair': nPairLoss,
  'normalized-softmax': normalizedSoftmaxLoss,
  'nt-xent': ntXentLoss,
  'online-contrastive': onlineContrastiveLoss,
  'proxy-anchor': proxyAnchorLoss,
  'proxy-nca': proxyNcaLoss,
  siglip: sigLipLoss,
  sphereface: sphereFaceLoss,
  'squared-distance-contrastive': squaredDistanceContrastiveLoss,
  'subcenter-arcface': subCenterArcFaceLoss,
  supcon: supConLoss,
  triplet: tripletLoss,
  'triplet-mined': tripletMinedLoss,
  vicreg: vicRegLoss,
  'wu-margin': wuMarginLoss,
};
