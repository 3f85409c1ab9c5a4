import type { arcFaceLoss } from '../arcface';
import type { centerLoss } from '../center';
import type { combinedMarginLoss, Past } from '../combined-margin';
import type { cosFaceLoss } from '../cosface';
import type { normalizedSoftmaxLoss } from '../normalized-softmax';
import type { proxyAnchorLoss } from '../proxy-anchor';
import type { proxyNcaLoss } from '../proxy-nca';
import type { Reducer } from '../reducers';
import type { sphereFaceLoss } from '../sphereface';
import type { subCenterArcFaceLoss } from '../subcenter-arcface';
import type { ArrayLanguage } from './names';
import { NONE, reduced } from './parts';
import { programOf } from './program';

const cosines = (rows: string) =>
  `cos = xp.normalize(x, axis=-1) @ xp.transpose(xp.normalize(${rows}, axis=-1))`;
/** Clipped, since the derivative of the arc cosine has no bound at its ends. */
const ANGLE = 'theta = xp.arccos(xp.clip(cos, -1 + 1e-7, 1 - 1e-7))';
const OWN = 'own = labels[:, None] == xp.arange(cos.shape[1])[None, :]';

/**
 * The cross-entropy of the logits z. The mean over active items needs the digits of an item near zero, which a
 * library's own cross-entropy rounds away.
 */
function crossEntropy(language: ArrayLanguage, reducer: Reducer): string[] {
  if (reducer === 'mean-active') {
    return [
      'z_own = xp.sum(xp.where(own, z, 0.0), axis=1)',
      `loss = xp.softplus(xp.logsumexp(xp.where(own, ${NONE}, z), axis=1) - z_own)`,
    ];
  }
  if (language === 'pytorch') return ['loss = xp.cross_entropy(z, labels, reduction="none")'];
  return ['loss = xp.logsumexp(z, axis=1) - xp.sum(xp.where(own, z, 0.0), axis=1)'];
}

/** Whether {@link crossEntropy} reads `own`. */
const readsOwn = (language: ArrayLanguage, reducer: Reducer) =>
  language !== 'pytorch' || reducer === 'mean-active';

/** φ, what stands instead of the cosine of the true class: an angle with its margin, and what holds past its end. */
function marginLines(angle: string, margin: string, taken: string, past: Past): string[] {
  const inside = `xp.cos(${angle})`;
  const phi = {
    none: inside,
    guard: `xp.where(${angle} > math.pi, cos - ${margin} * math.sin(${margin}), ${inside})`,
    easy: `xp.where(cos <= 0, cos, ${inside})`,
  }[past];
  return [`phi = ${phi}${taken}`];
}

/** The losses that have a weight, a proxy or a centre for each class. */
export const classPrograms = {
  'normalized-softmax': programOf<typeof normalizedSoftmaxLoss>({
    name: 'normalized_softmax_loss',
    body: ({ reducer }, language) => [
      cosines('W'),
      ...(readsOwn(language, reducer) ? [OWN] : []),
      'z = cos / temperature',
      ...crossEntropy(language, reducer),
      ...reduced(reducer),
    ],
  }),
  cosface: programOf<typeof cosFaceLoss>({
    name: 'cosface_loss',
    body: ({ reducer }, language) => [
      cosines('W'),
      OWN,
      'z = s * xp.where(own, cos - m, cos)',
      ...crossEntropy(language, reducer),
      ...reduced(reducer),
    ],
  }),
  arcface: programOf<typeof arcFaceLoss>({
    name: 'arcface_loss',
    body: ({ past, gradient, reducer }, language) => [
      cosines('W'),
      ANGLE,
      ...marginLines('theta + m', 'm', '', past),
      ...(gradient === 'straight-through' ? straightThrough(language) : []),
      OWN,
      'z = s * xp.where(own, phi, cos)',
      ...crossEntropy(language, reducer),
      ...reduced(reducer),
    ],
  }),
  'subcenter-arcface': programOf<typeof subCenterArcFaceLoss>({
    name: 'subcenter_arcface_loss',
    body: ({ past, reducer }, language) => [
      '# Rows j K to j K + K - 1 of W belong to class j, which is as near as the nearest of them.',
      cosines('W'),
      'cos = xp.max(xp.reshape(cos, (x.shape[0], -1, K)), axis=2)',
      ANGLE,
      ...marginLines('theta + m', 'm', '', past),
      OWN,
      'z = s * xp.where(own, phi, cos)',
      ...crossEntropy(language, reducer),
      ...reduced(reducer),
    ],
  }),
  'combined-margin': programOf<typeof combinedMarginLoss>({
    name: 'combined_margin_loss',
    body: ({ past, reducer }, language) => [
      cosines('W'),
      ANGLE,
      ...marginLines('m1 * theta + m2', 'm2', '', past),
      OWN,
      'z = s * xp.where(own, phi - m3, cos)',
      ...crossEntropy(language, reducer),
      ...reduced(reducer),
    ],
  }),
  sphereface: programOf<typeof sphereFaceLoss>({
    name: 'sphereface_loss',
    body: ({ reducer }, language) => [
      cosines('W'),
      ANGLE,
      'k = xp.clip(xp.floor(m * theta / math.pi), 0, m - 1)',
      'psi = (1 - 2 * (k % 2)) * xp.cos(m * theta) - 2 * k',
      OWN,
      'z = s * xp.norm(x, axis=-1)[:, None] * xp.where(own, psi, cos)',
      ...crossEntropy(language, reducer),
      ...reduced(reducer),
    ],
  }),
  'proxy-nca': programOf<typeof proxyNcaLoss>({
    name: 'proxy_nca_loss',
    body: ({ own, reducer }, language) => [
      cosines('proxies'),
      'z = -k * (2 - 2 * cos)',
      ...(own && !readsOwn(language, reducer) ? [] : [OWN]),
      ...(own
        ? crossEntropy(language, reducer)
        : [`loss = xp.logsumexp(xp.where(own, ${NONE}, z), axis=1) - xp.sum(xp.where(own, z, 0.0), axis=1)`]),
      ...reduced(reducer),
    ],
  }),
  'proxy-anchor': programOf<typeof proxyAnchorLoss>({
    name: 'proxy_anchor_loss',
    body: () => [
      cosines('proxies'),
      OWN,
      `pull = xp.softplus(xp.logsumexp(xp.where(own, -alpha * (cos - delta), ${NONE}), axis=0))`,
      `push = xp.softplus(xp.logsumexp(xp.where(own, ${NONE}, alpha * (cos + delta)), axis=0))`,
      'present = xp.sum(xp.where(xp.any(own, axis=0), 1.0, 0.0))',
      'return xp.sum(pull) / present + xp.mean(push)',
    ],
  }),
  center: programOf<typeof centerLoss>({
    name: 'center_loss',
    body: ({ half, reducer }, language) => [
      language === 'keras' ? 'own = xp.take(centers, labels, axis=0)' : 'own = centers[labels]',
      `loss = ${half ? '0.5 * ' : ''}xp.sum(xp.square(x - own), axis=-1)`,
      ...reduced(reducer),
    ],
  }),
};

/** The value of φ with the gradient of the cosine. */
function straightThrough(language: ArrayLanguage): string[] {
  return {
    pytorch: ['phi = cos + (phi - cos).detach()'],
    keras: ['phi = cos + ops.stop_gradient(phi - cos)'],
    numpy: [],
  }[language];
}
