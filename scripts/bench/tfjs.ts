import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import type { Pairs } from './cases';

const RATE = 0.002;
/** Keeps the root's slope finite where two embeddings coincide. */
const TINY = 1e-12;

/** TensorFlow.js in single precision on its processor backend. */
async function prepared(): Promise<void> {
  tf.enableProdMode();
  await tf.setBackend('cpu');
}

/** (1 − y) ½ D² + y ½ max(0, m − D)², the mean over pairs of rows. */
function contrastive(x1: tf.Tensor, x2: tf.Tensor, y: tf.Tensor, m: number): tf.Scalar {
  const D = tf.sqrt(tf.add(tf.sum(tf.squaredDifference(x1, x2), 1), TINY));
  const similar = tf.mul(tf.sub(1, y), tf.square(D));
  const dissimilar = tf.mul(y, tf.square(tf.relu(tf.sub(m, D))));
  return tf.mean(tf.div(tf.add(similar, dissimilar), 2));
}

/** The mean contrastive loss of pairs, with the gradient for both embeddings. */
export async function tfjsLoss(): Promise<(pairs: Pairs) => () => number> {
  await prepared();
  return ({ n, d, m, x1, x2, y }) => {
    const [a, b] = [x1, x2].map((x) => tf.tensor2d(Float32Array.from(x), [n, d])) as [tf.Tensor, tf.Tensor];
    const label = tf.tensor1d(Float32Array.from(y));
    const meanLoss = tf.valueAndGrads((p: tf.Tensor, q: tf.Tensor) => contrastive(p, q, label, m));
    return () =>
      tf.tidy(() => {
        const { value, grads } = meanLoss([a, b]);
        for (const gradient of grads) gradient.dataSync();
        return value.dataSync()[0] ?? NaN;
      });
  };
}

/** A step of contrastive training, with the network, the batch and the optimiser of `torch-step.py`. */
export async function tfjsStep(size: { inputs: number; hidden: number; pairs: number }) {
  await prepared();
  const { inputs, hidden, pairs } = size;
  const drawn = (shape: [number, number], least: number, most: number) =>
    tf.randomUniform(shape, least, most, 'float32', 1);
  const glorot = (from: number, to: number) => {
    const range = Math.sqrt(6 / (from + to));
    return tf.variable(drawn([from, to], -range, range));
  };
  const [W1, W2] = [glorot(inputs, hidden), glorot(hidden, 2)];
  const [b1, b2] = [tf.variable(tf.zeros([hidden])), tf.variable(tf.zeros([2]))];
  const x = drawn([2 * pairs, inputs], 0, 1);
  const y = tf.tensor1d(Array.from({ length: pairs }, (_, k) => k % 2));
  const adam = tf.train.adam(RATE);

  function loss(): tf.Scalar {
    const h = tf.relu(tf.add(tf.matMul(x, W1), b1));
    const [x1, x2] = tf.split(tf.add(tf.matMul(h, W2), b2), 2) as [tf.Tensor, tf.Tensor];
    return contrastive(x1, x2, y, 1);
  }
  return {
    version: tf.version_core,
    step: () => tf.tidy(() => adam.minimize(loss, true)?.dataSync()[0] ?? NaN),
  };
}
