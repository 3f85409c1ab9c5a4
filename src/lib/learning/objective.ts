import {
  arcFace,
  clip,
  contrastivePairs,
  infoNce,
  minerNamed,
  normalizedSoftmax,
  supCon,
  tripletMinedFlat,
  type BatchLoss,
} from '../losses';
import { DIFFERENCES, viewOf } from './augment';
import { picturesOf, pixelsOf, type LabelledPictures, type Pictures } from './pictures';
import {
  anyPictures,
  classesByPictures,
  onePairAClass,
  pairsByClass,
  pairsByNeighbours,
  picturesByClass,
  type Uniform,
} from './sampling';
import type { Settings } from './settings';

/** What a batch costs, and how its embeddings would change that. */
export interface BatchResult {
  loss: number;
  /** The two terms of the contrastive loss; 0 for losses that are not such a sum. */
  similar: number;
  dissimilar: number;
  /**
   * The share of what pushes, from 0 to 1: of the dissimilar pairs those inside the margin; of the chosen triplets those
   * with a loss; for the softmax losses, of the items those whose own class or partner has less than half of the probability.
   */
  active: number;
  /** ∂loss/∂e for each embedding of the batch, flat. */
  slopes: Float64Array;
  /** ∂loss/∂W for the rows of the classes, where there are any. */
  rowSlopes?: number[][];
}

/** Pictures to embed, and what to ask of their embeddings. */
export interface Task {
  batch: ArrayLike<number>;
  /** Where the pictures of the batch are, if not in the data: those that were made for it. */
  pictures?: Pictures;
  /**
   * @param embeddings flat, in the order of the batch
   * @param rows the class weights, for losses that have them
   */
  loss(embeddings: Float64Array, rows: number[][]): BatchResult;
}

/** Neighbours in pixel space by the paper's rule. */
export const NEIGHBOURS = 5;

/** What a task is drawn from. */
export interface Source {
  data: LabelledPictures;
  uniform: Uniform;
  /** count × {@link NEIGHBOURS}, needed where pairs are made by neighbours. */
  neighbours?: Uint32Array | undefined;
}

/** Whether a loss has a row of weights for each class. */
export const hasRows = (loss: Settings['loss']): boolean => loss === 'arcface' || loss === 'softmax';

/** Draws the next batch of a run. */
export function drawTask(settings: Settings, source: Source): Task {
  switch (settings.loss) {
    case 'contrastive':
      return pairTask(settings, source);
    case 'triplet':
      return tripletTask(settings, source);
    case 'arcface':
    case 'softmax':
      return classTask(settings, source);
    case 'infonce':
      return partnerTask(settings, source);
    case 'views':
      return viewTask(settings, source);
    case 'supcon':
      return labelTask(settings, source);
    case 'clip':
    case 'siglip':
      throw new RangeError(
        `loss is ${settings.loss}, by which two towers learn; that of one network is allowed`,
      );
  }
}

function pairTask({ pairs, batch, margin, dim }: Settings, { data, uniform, neighbours }: Source): Task {
  const { first, second, y } =
    pairs === 'class'
      ? pairsByClass(data, batch, uniform)
      : pairsByNeighbours(requireNeighbours(neighbours), NEIGHBOURS, batch, uniform);
  const both = new Uint32Array(2 * batch);
  both.set(first);
  both.set(second, batch);
  return {
    batch: both,
    loss(embeddings) {
      const half = batch * dim;
      const slopes = new Float64Array(2 * half);
      const out = { x1: slopes.subarray(0, half), x2: slopes.subarray(half) };
      const terms = contrastivePairs(
        embeddings.subarray(0, half),
        embeddings.subarray(half),
        y,
        dim,
        { m: margin },
        out,
      );
      const { loss, similar, dissimilar, activeDissimilar, dissimilarPairs } = terms;
      return { loss, similar, dissimilar, active: activeDissimilar / Math.max(1, dissimilarPairs), slopes };
    },
  };
}

function requireNeighbours(neighbours: Uint32Array | undefined): Uint32Array {
  if (!neighbours) throw new Error('pairs by neighbours need the neighbours, and none were given');
  return neighbours;
}

function tripletTask({ P, K, margin, miner, dim }: Settings, { data, uniform }: Source): Task {
  const batch = classesByPictures(data, P, K, uniform);
  const labels = Array.from(batch, (i) => data.labels[i] as number);
  return {
    batch,
    loss(embeddings) {
      const { loss, active, triplets, gradient } = tripletMinedFlat(
        embeddings,
        dim,
        labels,
        minerNamed(miner, margin),
        { m: margin, reducer: miner === 'all' ? 'mean-active' : 'mean' },
      );
      return { loss, similar: 0, dissimilar: 0, active: active / Math.max(1, triplets), slopes: gradient };
    },
  };
}

/** A class has less than half of the probability when its loss is more than this. */
const HALF = Math.log(2);

function classTask(settings: Settings, { data, uniform }: Source): Task {
  const { loss, margin: m, scale: s, dim, past, arcFaceGradient: gradient } = settings;
  const batch = picturesByClass(data, settings.batch, uniform);
  const labels = Array.from(batch, (i) => data.labels[i] as number);
  return {
    batch,
    loss(embeddings, rows) {
      const x = toRows(embeddings, dim);
      const terms =
        loss === 'arcface'
          ? arcFace(x, rows, labels, { m, s, past, gradient })
          : normalizedSoftmax(x, rows, labels, { temperature: 1 / s });
      return { ...outcomeOf(terms, toFlat(terms.gradient.x, dim), HALF), rowSlopes: terms.gradient.W };
    },
  };
}

function partnerTask({ batch: pairs, temperature, dim }: Settings, { data, uniform }: Source): Task {
  const count = Math.max(1, Math.round(pairs / data.sizes.length));
  const groups = Array.from({ length: count }, () => onePairAClass(data, uniform));
  const batch = Uint32Array.from(groups.flatMap(({ anchors, positives }) => [...anchors, ...positives]));
  return {
    batch,
    loss(embeddings) {
      const size = data.sizes.length * dim;
      const slopes = new Float64Array(embeddings.length);
      const terms = groups.map((_, g) => {
        const [start, middle, end] = [2 * g * size, (2 * g + 1) * size, (2 * g + 2) * size];
        const a = toRows(embeddings.subarray(start, middle), dim);
        const b = toRows(embeddings.subarray(middle, end), dim);
        const term = infoNce(a, b, { temperature });
        slopes.set(toFlat(term.gradient.a, dim), start);
        slopes.set(toFlat(term.gradient.b, dim), middle);
        return term;
      });
      const loss = terms.reduce((sum, term) => sum + term.loss, 0) / count;
      const items = terms.flatMap((term) => term.items);
      return outcomeOf(
        { loss, items },
        slopes.map((slope) => slope / count),
        HALF,
      );
    },
  };
}

/** Two views of each of some pictures: first one of each, then the other of each. No label is looked at. */
function viewTask({ batch: count, augment, temperature, dim }: Settings, { data, uniform }: Source): Task {
  const chosen = Array.from(anyPictures(data, count, uniform), (i) => pixelsOf(data.pictures, i));
  const { pixels, values } = data.pictures;
  const views = new Float32Array(2 * count * pixels);
  for (let v = 0; v < 2 * count; v++)
    views.set(viewOf(chosen[v % count] as Float32Array, DIFFERENCES[augment], uniform), v * pixels);
  return {
    batch: Uint32Array.from({ length: 2 * count }, (_, v) => v),
    pictures: picturesOf(views, pixels, {
      precision: values instanceof Float64Array ? 'double' : 'single',
    }),
    loss(embeddings) {
      const rows = toRows(embeddings, dim);
      const terms = clip(rows.slice(0, count), rows.slice(count), 1 / temperature);
      return outcomeOf(terms, toFlat([...terms.gradient.img, ...terms.gradient.txt], dim), HALF);
    },
  };
}

/** As many pictures as two views of each would be, with their labels. */
function labelTask({ batch: count, temperature, dim }: Settings, { data, uniform }: Source): Task {
  const batch = anyPictures(data, 2 * count, uniform);
  const labels = Array.from(batch, (i) => data.labels[i] as number);
  return {
    batch,
    loss(embeddings) {
      const terms = supCon(toRows(embeddings, dim), labels, { temperature, baseTemperature: temperature });
      return outcomeOf(terms, toFlat(terms.gradient.x, dim), HALF);
    },
  };
}

function outcomeOf(
  { loss, items }: Pick<BatchLoss, 'loss' | 'items'>,
  slopes: Float64Array,
  above: number,
): BatchResult {
  const active = items.filter((item) => item > above).length / Math.max(1, items.length);
  return { loss, similar: 0, dissimilar: 0, active, slopes };
}

/** Rows of `dim` numbers, as the losses take them. */
export const toRows = (flat: ArrayLike<number>, dim: number): number[][] =>
  Array.from({ length: flat.length / dim }, (_, i) =>
    Array.from({ length: dim }, (_, k) => flat[i * dim + k] as number),
  );

function toFlat(rows: readonly (readonly number[])[], dim: number): Float64Array {
  const flat = new Float64Array(rows.length * dim);
  rows.forEach((row, i) => flat.set(row, i * dim));
  return flat;
}
