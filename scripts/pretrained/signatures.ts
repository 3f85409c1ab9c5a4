import { packWeights } from '../../src/lib/learning/quantized';
import { training } from '../../src/lib/widgets/signature/training';

/** The network of the signature widget before a reader has trained one: it has learned made-up writers alone. */
export function shipSignatures() {
  const run = training([], 1);
  let loss = 0;
  let next = run.next();
  for (; !next.done; next = run.next()) loss = next.value.loss;
  return { source: 'Made by scripts/pretrain-networks.mjs.', loss, ...packWeights(next.value) };
}
