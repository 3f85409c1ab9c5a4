import { rasterise } from '../../geometry/raster';
import type { Embedder } from '../../learning/embedder';
import { principalPlane, type PrincipalPlane } from '../../learning/pca';
import { CHOICE, GALLERY, halved, type Digit } from '../../learning/pretrained/digits';
import type { Drawing } from '../../state/drawings';
import { memoizeLast } from '../../state/memoize-last';
import { nearest, vote, type Entry } from './neighbours';

/** What the reader's own sign is called. */
export const SIGN = 'your sign';

/** How well pictures are told apart that are asked one by one. */
export interface Score {
  /** The reader's examples that are read as the sign when each is asked against all others that are stored. */
  found: number;
  /** Held-out digits that are asked, none of which is stored. */
  asked: number;
  /** Those of them that are read rightly. */
  right: number;
  /** Those that are read as the reader's sign. */
  taken: number;
}

interface Stored {
  examples: readonly Entry[];
  /** The digits, and then the examples. */
  entries: readonly Entry[];
  /** x₁, y₁, x₂, y₂, … */
  places: readonly number[];
}

/** Where one network puts pictures: the digits that are stored, others to ask, and drawings. */
export class Atlas {
  readonly gallery: readonly Entry[];
  readonly plane: PrincipalPlane;
  #network: Embedder;
  #others: readonly Entry[];
  #drawn = new WeakMap<Drawing, Entry>();
  #stored = memoizeLast((sign: readonly Drawing[]) => {
    const examples = sign.map((drawing) => this.example(drawing));
    const entries = [...this.gallery, ...examples];
    return { examples, entries, places: entries.flatMap(({ at }) => this.plane.place(at)) };
  });
  #last: { sign: readonly Drawing[]; k: number; score: Score } | undefined;

  constructor(network: Embedder) {
    this.#network = network;
    const { classes } = network.saved.settings;
    const known = (digits: readonly Digit[]) => digits.filter(({ digit }) => classes.includes(digit));
    this.gallery = this.#entries(known(GALLERY));
    this.#others = this.#entries(known(CHOICE));
    this.plane = principalPlane(this.gallery.map(({ at }) => at));
  }

  /** An example of the reader's sign. */
  example(drawing: Drawing): Entry {
    const known = this.#drawn.get(drawing);
    if (known) return known;
    const pixels = halved(rasterise(drawing));
    const entry = { name: SIGN, pixels, at: this.#network.embed([pixels])[0] as number[] };
    this.#drawn.set(drawing, entry);
    return entry;
  }

  /** All that is stored beside some examples, and where it lies in the flat view; the same while the examples are the same. */
  stored(sign: readonly Drawing[]): Stored {
    return this.#stored(sign);
  }

  /** The score with some examples stored and k voters; the last answer is remembered, for it does not change as one draws. */
  score(sign: readonly Drawing[], k: number): Score {
    if (this.#last?.sign === sign && this.#last.k === k) return this.#last.score;
    const { examples, entries } = this.stored(sign);
    const read = ({ at }: Entry, among: readonly Entry[]) => vote(nearest(at, among, k)).name;
    const names = this.#others.map((entry) => read(entry, entries));
    const score = {
      found: examples.filter((entry, i) => {
        const rest = [...this.gallery, ...examples.filter((_, j) => j !== i)];
        return read(entry, rest) === SIGN;
      }).length,
      asked: names.length,
      right: names.filter((name, i) => name === this.#others[i]?.name).length,
      taken: names.filter((name) => name === SIGN).length,
    };
    this.#last = { sign, k, score };
    return score;
  }

  #entries(digits: readonly Digit[]): Entry[] {
    const found = this.#network.embed(digits.map(({ pixels }) => pixels));
    return digits.map(({ digit, pixels }, i) => ({ name: String(digit), pixels, at: found[i] as number[] }));
  }
}
