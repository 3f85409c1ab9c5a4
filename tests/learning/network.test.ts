import { describe, expect, it, test } from 'vitest';
import {
  drawRows,
  drawTask,
  hasRows,
  initialise,
  nearestNeighbours,
  NEIGHBOURS,
  noWeights,
  ForwardBackward,
  picturesOf,
  settingsFrom,
  shapeOf,
  toRows,
  weightCount,
  type Settings,
} from '../../src/lib/learning';
import { random } from '../../src/lib/state/random';
import { digitsFor } from './support/data';

/** A loss as a function of the weights for one batch, with its gradient. */
function lossOf(given: Partial<Settings>) {
  const settings = settingsFrom({ hidden: 6, batch: 12, P: 3, K: 3, classes: [1, 4, 9], seed: 5, ...given });
  const { train } = digitsFor(settings.classes, { most: 30, precision: 'double' });
  const uniform = random(settings.seed);
  const weights = initialise(shapeOf(settings), uniform, 'double');
  if (hasRows(settings.loss)) drawRows(weights, uniform);
  // A picture that no hidden unit sees would lie at 0, where a cosine has no derivative.
  for (const biases of [weights.b1, weights.b2])
    biases.forEach((_, k) => (biases[k] = 0.3 + 0.2 * uniform()));
  const search = nearestNeighbours(train.pictures, NEIGHBOURS);
  let next = search.next();
  while (!next.done) next = search.next();
  const task = drawTask(settings, { data: train, uniform, neighbours: next.value });
  const pass = new ForwardBackward(weights.shape, task.batch.length);
  const value = () =>
    task.loss(
      pass.forward(weights, task.pictures ?? train.pictures, task.batch),
      toRows(weights.rows, settings.dim),
    );
  const gradient = noWeights(weights.shape, 'double');
  const found = value();
  pass.backward(weights, found.slopes, gradient);
  found.rowSlopes?.forEach((row, c) => gradient.rows.set(row, c * row.length));
  return { weights, gradient, loss: () => value().loss, pixels: train.pictures, task };
}

describe('the gradient of every weight agrees with central differences', () => {
  test.each<[string, Partial<Settings>]>([
    ['the contrastive loss by class', { loss: 'contrastive' }],
    ['the contrastive loss by neighbours', { loss: 'contrastive', pairs: 'neighbours' }],
    ['three dimensions', { loss: 'contrastive', dim: 3 }],
    ['all triplets', { loss: 'triplet', miner: 'all' }],
    ['batch-hard triplets', { loss: 'triplet', miner: 'batch-hard' }],
    ['semi-hard triplets', { loss: 'triplet', miner: 'nearest-semi-hard' }],
    ['ArcFace', { loss: 'arcface', margin: 0.4 }],
    ['the normalised softmax', { loss: 'softmax' }],
    ['InfoNCE', { loss: 'infonce' }],
    ['InfoNCE on two views', { loss: 'views', dim: 3 }],
    ['SupCon', { loss: 'supcon', dim: 3 }],
  ])('%s', (_, given) => {
    const { weights, gradient, loss } = lossOf(given);
    const { all } = weights;
    const uniform = random(99);
    const some = Array.from({ length: 60 }, () => Math.floor(uniform() * all.length));
    // The last weights are the embedding's bias and the rows of the classes: all of those are looked at.
    const last = Array.from({ length: 20 }, (_, k) => all.length - 1 - k);
    for (const k of [...some, ...last]) {
      const [before, h] = [all[k] as number, 1e-5];
      all[k] = before + h;
      const up = loss();
      all[k] = before - h;
      const down = loss();
      all[k] = before;
      const difference = (up - down) / (2 * h);
      const error = Math.abs(difference - (gradient.all[k] as number));
      expect(error, `weight ${k}`).toBeLessThan(1e-6 * Math.max(1, Math.abs(difference)));
    }
  });
});

describe('a network', () => {
  const shape = { inputs: 4, hidden: 3, dim: 2, classes: 0 };
  const pictures = picturesOf([0, 0.5, 0, 1, 0.25, 0, 0, 0], 4, { precision: 'double' });

  it('is max(0, W₁ᵀx + b₁) and then W₂h + b₂', () => {
    const weights = noWeights(shape, 'double');
    expect(weights.all).toHaveLength(weightCount(shape));
    weights.W1.set([1, 0, 0, 2, -1, 0, 0, 0, 0, 4, 0, -3]);
    weights.b1.set([0.5, 0.25, 1]);
    weights.W2.set([1, 2, 3, -1, 0, 1]);
    weights.b2.set([10, 20]);
    const embeddings = new ForwardBackward(shape, 2).forward(weights, pictures, [0, 1]);
    // Picture 0: h = max(0, (5.5, −0.25, −2)); picture 1: h = (0.75, 0.25, 1).
    expect([...embeddings]).toEqual([15.5, 14.5, 14.25, 20.25]);
  });

  it('adds the gradients of both branches: a picture that is twice in a batch has twice the gradient', () => {
    const weights = initialise(shape, random(1), 'double');
    const pass = new ForwardBackward(shape, 2);
    const [once, twice] = [noWeights(shape, 'double'), noWeights(shape, 'double')];
    pass.forward(weights, pictures, [0]);
    pass.backward(weights, [0.3, -0.7], once);
    pass.forward(weights, pictures, [0, 0]);
    pass.backward(weights, [0.3, -0.7, 0.3, -0.7], twice);
    twice.all.forEach((g, k) => expect(g).toBeCloseTo(2 * (once.all[k] as number), 14));
  });

  it('refuses greys that are no whole pictures', () => {
    expect(() => picturesOf([1, 2, 3], 2)).toThrow('grey has 3 numbers; a multiple of 2 is allowed');
  });
});
