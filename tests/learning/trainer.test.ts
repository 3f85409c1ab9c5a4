import { describe, expect, it, test } from 'vitest';
import {
  adam,
  DivergedError,
  evaluate,
  nearestNeighbours,
  NEIGHBOURS,
  settingsFrom,
  sgd,
  Trainer,
  type Settings,
} from '../../src/lib/learning';
import { MINING } from '../../src/lib/losses/miner-names';
import { digitsFor } from './support/data';

const fourAndNine = digitsFor([4, 9]);

function neighbours(): Uint32Array {
  const search = nearestNeighbours(fourAndNine.train.pictures, NEIGHBOURS);
  let next = search.next();
  while (!next.done) next = search.next();
  return next.value;
}

function trained(given: Partial<Settings>, steps: number, near?: Uint32Array) {
  const settings = settingsFrom(given);
  const trainer = new Trainer(settings, fourAndNine.train, near);
  const losses = Array.from({ length: steps }, () => trainer.step().loss);
  const embedded = (part: 'train' | 'held') => ({
    points: trainer.embed(fourAndNine[part].pictures),
    labels: fourAndNine[part].labels,
    dim: settings.dim,
  });
  const nearness = ['contrastive', 'triplet'].includes(settings.loss) ? 'euclidean' : 'cosine';
  return { losses, trainer, ...evaluate(embedded('held'), embedded('train'), { nearness }) };
}

describe('a run', () => {
  it('is the same for the same settings, to the last bit, and another for another seed', () => {
    const [a, b, c] = [1, 1, 2].map((seed) => trained({ seed }, 30).trainer.weights.all);
    expect(a).toEqual(b);
    expect(a).not.toEqual(c);
  });

  it('goes on by other rules when they change', () => {
    const trainer = new Trainer(settingsFrom({}), fourAndNine.train);
    for (let k = 0; k < 10; k++) trainer.step();
    trainer.change({ loss: 'arcface', margin: 0.5 });
    expect(trainer.weights.rows.every((w) => w !== 0)).toBe(true);
    expect(trainer.step()).toMatchObject({ step: 11, similar: 0, dissimilar: 0 });
    trainer.change({ loss: 'contrastive', margin: 100 });
    const { active, loss, similar, dissimilar } = trainer.step();
    expect(active).toBe(1);
    expect(loss).toBeCloseTo(similar + dissimilar, 12);
  });

  it('stops by name when its numbers leave what can be computed', () => {
    const trainer = new Trainer(settingsFrom({ optimiser: 'sgd', rate: 10, margin: 10 }), fourAndNine.train);
    const run = () => {
      for (let k = 0; k < 2000; k++) trainer.step();
    };
    expect(run).toThrow(DivergedError);
  });
});

describe('4 and 9, held out, are told apart', () => {
  test.each<[string, Partial<Settings>, number]>([
    ['by the contrastive loss', {}, 0.95],
    ['by SGD with momentum', { optimiser: 'sgd', rate: 0.1 }, 0.95],
    ['by ArcFace', { loss: 'arcface', margin: 0.5 }, 0.95],
    ['by the normalised softmax', { loss: 'softmax' }, 0.95],
    ['by InfoNCE', { loss: 'infonce' }, 0.95],
  ])('%s', (_, given, least) => {
    const { knn, losses } = trained(given, 400);
    expect(knn).toBeGreaterThanOrEqual(least);
    const mean = (part: number[]) => part.reduce((sum, loss) => sum + loss, 0) / part.length;
    expect(mean(losses.slice(-50))).toBeLessThan(mean(losses.slice(0, 50)));
  });

  const EASY: readonly string[] = ['easy', 'batch-easy'];
  const telling = MINING.options.filter((miner) => !EASY.includes(miner));

  it.each(telling)('by triplets of the miner %s', (miner) => {
    expect(trained({ loss: 'triplet', miner }, 400).knn).toBeGreaterThanOrEqual(0.95);
  });

  it('not by easy triplets, which cost nothing and teach nothing', () => {
    const { losses, knn } = trained({ loss: 'triplet', miner: 'easy' }, 400);
    expect(Math.max(...losses)).toBe(0);
    expect(knn).toBe(trained({ loss: 'triplet', miner: 'easy' }, 0).knn);
  });

  it('hardly by the easiest of each batch, which soon cost nothing either', () => {
    const { losses, knn } = trained({ loss: 'triplet', miner: 'batch-easy' }, 400);
    expect(Math.max(...losses.slice(0, 50))).toBeGreaterThan(0);
    expect(losses.at(-1)).toBe(0);
    expect(knn).toBeLessThan(0.8);
  });

  it('less well without labels, by neighbours in pixel space alone', () => {
    const { knn } = trained({ pairs: 'neighbours' }, 400, neighbours());
    expect(knn).toBeGreaterThan(0.55);
    expect(knn).toBeLessThan(0.95);
  });
});

describe('the optimisers', () => {
  test('Adam moves a weight at its first step by the learning rate, whatever the size of the gradient', () => {
    const weights = Float64Array.of(1, 1, 1);
    adam(3, 'double')(weights, Float64Array.of(1e-3, -1e3, 0), 0.1);
    expect(weights[0]).toBeCloseTo(0.9, 5);
    expect(weights[1]).toBeCloseTo(1.1, 5);
    expect(weights[2]).toBe(1);
  });

  test('SGD keeps nine tenths of its velocity', () => {
    const weights = Float64Array.of(0);
    const step = sgd(1, 'double');
    for (const expected of [-1, -2.9, -5.61]) {
      step(weights, Float64Array.of(1), 1);
      expect(weights[0]).toBeCloseTo(expected, 12);
    }
  });
});
