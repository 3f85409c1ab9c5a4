import { noWeights, type Weights } from './weights';
import type { SavedNetwork } from './saved';
import type { Settings } from './settings';
import { shapeOf, type Shape } from './shape';

/**
 * Weights small enough to come with a page: each is rounded to one of 63 levels, evenly spaced between ± the largest of
 * its part, and is one letter of base64. The rows of the classes, which embed nothing, are left out.
 */
export interface PackedWeights {
  /** The largest weight of each part, in size. */
  largest: Record<Part, number>;
  /** The levels, W₁ first, in the order of `Weights`. */
  levels: string;
}

/** A trained network with packed weights. */
export interface PackedNetwork extends PackedWeights {
  settings: Settings;
  steps: number;
}

const PARTS = ['W1', 'b1', 'W2', 'b2'] as const;
type Part = (typeof PARTS)[number];

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Levels on either side of zero. */
const LEVELS = 31;

/** Rounds weights: each changes by up to 1/62 of the largest of its part. */
export function packWeights(weights: Weights): PackedWeights {
  const largest = {} as PackedWeights['largest'];
  let levels = '';
  for (const part of PARTS) {
    const values = Array.from(weights[part]);
    const most = values.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
    largest[part] = Number(most.toPrecision(6));
    for (const value of values) {
      levels += LETTERS[LEVELS + (most > 0 ? Math.round((value / most) * LEVELS) : 0)];
    }
  }
  return { largest, levels };
}

/** @throws RangeError for levels that are not those of a network of that shape */
export function unpackWeights(shape: Shape, { largest, levels }: PackedWeights): Weights {
  const weights = noWeights(shape);
  const expected = PARTS.reduce((count, part) => count + weights[part].length, 0);
  if (levels.length !== expected) {
    throw new RangeError(`there are ${levels.length} levels; ${expected} are expected`);
  }
  let at = 0;
  for (const part of PARTS) {
    for (let k = 0; k < weights[part].length; k++) {
      const level = LETTERS.indexOf(levels[at++] as string) - LEVELS;
      if (Math.abs(level) > LEVELS) throw new RangeError(`letter ${at} of the levels is no level`);
      weights[part][k] = (level / LEVELS) * largest[part];
    }
  }
  return weights;
}

export function packNetwork({ settings, steps, weights }: SavedNetwork): PackedNetwork {
  const all = noWeights(shapeOf(settings));
  all.all.set(weights);
  return { settings, steps, ...packWeights(all) };
}

/** @throws RangeError for levels that are not those of the settings' network */
export function unpackNetwork({ settings, steps, ...packed }: PackedNetwork): SavedNetwork {
  const { all } = unpackWeights(shapeOf(settings), packed);
  return { settings, steps, weights: Float32Array.from(all) };
}
