import type { LossDeclaration } from '../declare';
import type { MinerName } from '../miner-names';
import { partnersOf } from '../partners';
import type { Reducer } from '../reducers';
import type { Inputs } from './example';
import type { Settings } from './program';

/** A loss as an object of pytorch-metric-learning, and the line that applies it to the inputs. */
export interface LibraryCall {
  /** The object: its class, and its arguments as Python writes them. */
  loss: string;
  arguments: Record<string, string | number>;
  /** Lines after the inputs: a miner, or class weights put in their place. */
  prepare?: string[];
  /** What computes the loss; default `loss_func(x, labels)`. */
  call?: string;
}

/** The call, or undefined where the library has no such loss under these settings. */
export type LibraryProgram = (settings: Record<string, number | boolean | string>) => LibraryCall | undefined;

/** The call of a loss, with its settings by their own names. */
export const callOf = <L>(program: (settings: Settings<L>) => LibraryCall | undefined): LibraryProgram =>
  program as unknown as LibraryProgram;

/** The library's names for what makes one number of many. */
export const REDUCERS: Record<Reducer, string> = {
  sum: 'reducers.SumReducer()',
  mean: 'reducers.MeanReducer()',
  'mean-active': 'reducers.AvgNonZeroReducer()',
};

/** The library's names for distances, of a power. */
export const DISTANCES = {
  euclidean: (power: number) => `distances.LpDistance(normalize_embeddings=False, power=${power})`,
  normalised: (power: number) => `distances.LpDistance(power=${power})`,
};

/** The library's cosine is a similarity: its order is the other way round, so no distance of it is printed. */
export const distance = (name: 'euclidean' | 'cosine' | 'normalised', power = 1) =>
  name === 'cosine' ? undefined : DISTANCES[name](power);

/** The miners that the library has as well; it lacks the others. */
export const MINERS: Partial<Record<MinerName, string>> = {
  violating: 'miners.TripletMarginMiner(margin=m, type_of_triplets="all", distance=distance)',
  'semi-hard': 'miners.TripletMarginMiner(margin=m, type_of_triplets="semihard", distance=distance)',
  hard: 'miners.TripletMarginMiner(margin=m, type_of_triplets="hard", distance=distance)',
  easy: 'miners.TripletMarginMiner(margin=m, type_of_triplets="easy", distance=distance)',
  'batch-hard': 'miners.BatchHardMiner(distance=distance)',
  'batch-easy': 'miners.BatchEasyHardMiner(pos_strategy="easy", neg_strategy="easy", distance=distance)',
  'easy-positive-semi-hard':
    'miners.BatchEasyHardMiner(pos_strategy="easy", neg_strategy="semihard", distance=distance)',
};

/** An item below this may be rounded to zero in the library, whose reducer then leaves it out. */
const FAINT = 1e-6;

const isZero = (row: readonly number[]) => row.every((component) => component === 0);

/**
 * Whether the library computes the same for this batch too. It differs for a row of zeros, whose gradient it makes huge
 * where it divides by lengths; where an item is so small that it may or may not count as active; and in the generalised
 * lifted structured loss for an anchor without a positive or a negative, which costs something there.
 */
export function agreesOn(
  { id, inputs: kinds }: LossDeclaration,
  call: LibraryCall,
  inputs: Inputs,
  items: readonly number[],
): boolean {
  const text = Object.values(call.arguments).join();
  const rows = Object.keys(kinds).filter((name) => kinds[name]?.kind === 'rows');
  if (!text.includes('normalize_embeddings=False')) {
    if (rows.some((name) => (inputs[name] as readonly (readonly number[])[]).some(isZero))) return false;
  }
  if (text.includes(REDUCERS['mean-active']) && items.some((item) => item > 0 && item < FAINT)) return false;
  if (id !== 'generalised-lifted-structure') return true;
  const labels = inputs.labels as readonly number[];
  return labels.every((_, i) => {
    const { positive, negative } = partnersOf(labels, i);
    return positive.length > 0 && negative.length > 0;
  });
}
