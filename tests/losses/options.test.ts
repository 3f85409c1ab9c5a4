import { describe, expect, it } from 'vitest';
import {
  allTriplets,
  arcFace,
  arcFaceTarget,
  center,
  circle,
  clip,
  combinedMargin,
  combinedMarginTarget,
  contrastive,
  contrastiveBatch,
  contrastiveOfDistance,
  contrastivePairs,
  cosFace,
  infoNce,
  linearContrastiveBatch,
  liftedStructure,
  minerNamed,
  multiSimilarity,
  nPair,
  ntXent,
  onlineContrastive,
  proxyNca,
  sigLip,
  supCon,
  triplet,
  tripletMined,
  tripletMinedFlat,
  wuMarginOfTriplets,
} from '../../src/lib/losses';

const x = [
  [1, 0],
  [0, 1],
  [1, 1],
  [2, 1],
];
const labels = [0, 0, 1, 1];
const flat = Float64Array.from(x.flat());

/** A call of a function of the library with one option that it does not have, as plain JavaScript may make it. */
const calls: [option: string, call: (value: never) => unknown][] = [
  ['reducer', (reducer) => arcFace(x, x, labels, { reducer })],
  ['past', (past) => arcFace(x, x, labels, { past })],
  ['gradient', (gradient) => arcFace(x, x, labels, { gradient })],
  ['past', (past) => arcFaceTarget(1, { past })],
  ['past', (past) => combinedMarginTarget(1, { past })],
  ['past', (past) => combinedMargin(x, x, labels, { past })],
  ['reducer', (reducer) => cosFace(x, x, labels, { reducer })],
  ['half', (half) => center(x, x, labels, { half })],
  ['over', (over) => circle(x, labels, { over })],
  ['detached', (detached) => circle(x, labels, { detached })],
  ['normalise', (normalise) => clip(x, x, 1, { normalise })],
  ['normalise', (normalise) => sigLip(x, x, 1, 0, { normalise })],
  ['convention', (convention) => contrastiveOfDistance(1, 0, { convention })],
  ['half', (half) => contrastiveOfDistance(1, 0, { half })],
  ['distance', (distance) => contrastive([0], [1], 0, { distance })],
  ['reducer', (reducer) => contrastiveBatch(flat, 2, labels, { reducer })],
  ['similar', (similar) => contrastiveBatch(flat, 2, labels, { similar })],
  ['dissimilar', (dissimilar) => contrastivePairs(flat, flat, labels, 2, { dissimilar })],
  ['convention', (convention) => contrastivePairs(flat, flat, [0, 1, 0, 1], 2, { convention })],
  ['reducer', (reducer) => contrastivePairs(flat, flat, [0, 1, 0, 1], 2, { reducer })],
  ['normalise', (normalise) => infoNce(x, x, { normalise })],
  ['measure', (measure) => linearContrastiveBatch(x, labels, { measure })],
  ['distance', (distance) => liftedStructure(x, labels, { distance })],
  ['mining', (mining) => minerNamed(mining, 1)],
  ['mined', (mined) => multiSimilarity(x, labels, { mined })],
  ['normalise', (normalise) => nPair(x, x, { normalise })],
  ['distance', (distance) => ntXent(x, labels, { distance })],
  ['ignoreSingle', (ignoreSingle) => onlineContrastive(x, x, [0, 0, 1, 1], { ignoreSingle })],
  ['distance', (distance) => onlineContrastive(x, x, [0, 0, 1, 1], { distance })],
  ['own', (own) => proxyNca(x, x, labels, { own })],
  ['contrastMode', (contrastMode) => supCon(x, labels, { contrastMode })],
  ['normalise', (normalise) => supCon(x, labels, { normalise })],
  ['needsNegatives', (needsNegatives) => supCon(x, labels, { needsNegatives })],
  ['form', (form) => triplet([0], [1], [2], { form })],
  ['squared', (squared) => triplet([0], [1], [2], { squared })],
  ['swap', (swap) => triplet([0], [1], [2], { swap })],
  ['distance', (distance) => triplet([0], [1], [2], { distance })],
  ['miner', (miner) => tripletMined(x, labels, miner)],
  ['distance', (distance) => tripletMined(x, labels, allTriplets, { distance })],
  ['miner', (miner) => tripletMinedFlat(flat, 2, labels, miner)],
  ['distance', (distance) => wuMarginOfTriplets(x, [[0, 1, 2]], { distance })],
];

describe('an option that a function of the library does not have', () => {
  it.each(calls)('is refused by name, with what is allowed: %s', (option, call) => {
    for (const value of ['mystery', null, 7] as never[]) {
      expect(() => call(value)).toThrow(RangeError);
      expect(() => call(value)).toThrow(`${option} is ${String(value)}; `);
      expect(() => call(value)).toThrow(/ allowed$/);
    }
  });
});
