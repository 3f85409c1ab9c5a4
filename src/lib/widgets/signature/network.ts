import { ForwardBackward } from '../../learning/network';
import { unpackWeights } from '../../learning/quantized';
import type { Weights } from '../../learning/weights';
import { picturesOf } from '../../learning/pictures';
import type { Drawing } from '../../state/drawings';
import { FEATURES, featuresOf } from './features';
import packed from './pretrained.json';
import { SHAPE } from './plan';

/** A trained network that embeds signatures. */
export class SignatureNetwork {
  /** How many of the reader's own signatures it has learned from. */
  readonly learned: number;
  #weights: Weights;
  #pass = new ForwardBackward(SHAPE, 1);
  #known = new WeakMap<Drawing, number[]>();

  constructor(weights: Weights, learned: number) {
    this.#weights = weights;
    this.learned = learned;
  }

  /** The embedding of a signature; that of a drawing that it has seen is remembered. */
  embed(signature: Drawing): number[] {
    const known = this.#known.get(signature);
    if (known) return known;
    const embedding = Array.from(
      this.#pass.forward(this.#weights, picturesOf(featuresOf(signature), FEATURES), [0]),
    );
    this.#known.set(signature, embedding);
    return embedding;
  }
}

let made: SignatureNetwork | undefined;

/** The network that comes with the page: it has learned made-up writers, and nobody's signature. */
export function pretrainedNetwork(): SignatureNetwork {
  return (made ??= new SignatureNetwork(unpackWeights(SHAPE, packed), 0));
}
