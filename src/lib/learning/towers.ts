import { clip, normalise, sigLip } from '../losses';
import { random } from '../state/random';
import { described } from './described';
import { allNames, bagOf, plainNames, WORDS, type Said } from './names';
import { ForwardBackward } from './network';
import { toRows } from './objective';
import { adam, type Optimiser } from './optimiser';
import { principalPlane } from './pca';
import { picturesOf, type LabelledPictures, type Pictures } from './pictures';
import { anyPictures, type Uniform } from './sampling';
import { hasTwoTowers, type Settings, type TowerLoss } from './settings';
import { DivergedError, type StepReport } from './trainer';
import { initialise, noWeights, type Weights } from './weights';

/** Hidden units of the tower of names. */
const HIDDEN = 32;
/** The largest scale κ, as the paper on CLIP has it. */
const MOST_SCALE = 100;
/** Pictures that are drawn, of each digit. */
const DRAWN = 5;

/** What there is to see of two towers. */
export interface TowersLook {
  /** The share of held-out pictures whose nearest of ten names is that of their digit, from 0 to 1. */
  digit: number;
  /** The same for the whole name, among ninety. */
  whole: number;
  /** The distance between the mean picture and the mean name. */
  gap: number;
  /** The mean cosine of a picture and its own name. */
  pair: number;
  /** κ: what cosines are multiplied by. */
  scale: number;
  /** The first pictures of each digit, then the ten names, in the plane of their two main directions. */
  points: number[];
  /** Cosines of the first picture of each digit with the ten names, row after row. */
  matrix: number[];
}

/** One tower, with what trains it. */
class Tower {
  readonly weights: Weights;
  #gradient: Weights;
  #pass: ForwardBackward;
  #optimise: Optimiser;

  constructor(inputs: number, hidden: number, dim: number, most: number, uniform: Uniform) {
    const shape = { inputs, hidden, dim, classes: 0 };
    this.weights = initialise(shape, uniform);
    this.#gradient = noWeights(shape);
    this.#pass = new ForwardBackward(shape, most);
    this.#optimise = adam(this.weights.all.length, 'single');
  }

  forward(inputs: Pictures, batch: ArrayLike<number>): number[][] {
    return toRows(this.#pass.forward(this.weights, inputs, batch), this.weights.shape.dim);
  }

  /** Moves the weights by ∂L/∂e of the last forward pass. */
  learn(slopes: readonly (readonly number[])[], rate: number): void {
    this.#pass.backward(this.weights, slopes.flat(), this.#gradient);
    this.#optimise(this.weights.all, this.#gradient.all, rate);
  }

  /** Directions of the embeddings. */
  directions(inputs: Pictures): number[][] {
    const pass = new ForwardBackward(this.weights.shape, inputs.count);
    const all = Array.from({ length: inputs.count }, (_, i) => i);
    const rows = toRows(pass.forward(this.weights, inputs, all), this.weights.shape.dim);
    return rows.map((row) => normalise(row).unit);
  }
}

const bagsOf = (said: readonly Said[]) =>
  picturesOf(
    said.flatMap((one) => [...bagOf(one)]),
    WORDS,
  );
const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, k) => sum + value * (b[k] as number), 0);
const isSame = (a: Said | undefined, b: Said | undefined) =>
  a?.digit === b?.digit && a?.thickness === b?.thickness && a?.slant === b?.slant;

/** What a batch of pairs costs, and its gradients: of the embeddings, of log κ and of the bias. */
export function pairLoss(
  loss: TowerLoss,
  pictures: number[][],
  names: number[][],
  [logScale, bias]: readonly [number, number],
): { loss: number; pictures: number[][]; names: number[][]; scalars: [number, number] } {
  const scale = Math.exp(logScale);
  if (loss === 'clip') {
    const { loss: value, gradient } = clip(pictures, names, scale);
    return {
      loss: value,
      pictures: gradient.img,
      names: gradient.txt,
      scalars: [gradient.scale * scale, 0],
    };
  }
  const { loss: value, gradient } = sigLip(pictures, names, scale, bias);
  return {
    loss: value,
    pictures: gradient.img,
    names: gradient.txt,
    scalars: [gradient.t * scale, gradient.b],
  };
}

/**
 * One run of two towers: a network for pictures of digits and one for bags of words, which share no weight, learn to put a
 * picture and its name in one direction. The scale of the cosines is learnt too, and of SigLIP the bias. All random numbers
 * come from one stream of the seed: the weights of the pictures' tower, of the names', and then each batch.
 *
 * @see Radford et al. (2021), figure 3; Zhai et al. (2023), algorithm 1
 */
export class Towers {
  /** Steps taken. */
  steps = 0;

  #settings: Settings & { loss: TowerLoss };
  #train: LabelledPictures;
  #bags: Pictures;
  #uniform: Uniform;
  #pictures: Tower;
  #names: Tower;
  /** log κ and the bias: as the papers begin. */
  #scalars: Float64Array;
  #moveScalars = adam(2, 'double');

  /**
   * @param train the ten digits in their order
   * @throws RangeError for a loss of one network
   */
  constructor(settings: Settings, train: LabelledPictures) {
    const { loss, hidden, dim, side, batch, seed } = settings;
    if (!hasTwoTowers(loss)) throw new RangeError(`loss is ${loss}; clip or siglip is allowed`);
    this.#settings = { ...settings, loss };
    this.#train = train;
    this.#bags = bagsOf(described(train));
    this.#uniform = random(seed);
    this.#pictures = new Tower(side * side, hidden, dim, batch, this.#uniform);
    this.#names = new Tower(WORDS, HIDDEN, dim, batch, this.#uniform);
    this.#scalars = Float64Array.from(loss === 'clip' ? [Math.log(1 / 0.07), 0] : [Math.log(10), -10]);
  }

  /** @throws DivergedError when the loss is no finite number any more */
  step(): StepReport {
    const { loss, batch, rate } = this.#settings;
    const chosen = anyPictures(this.#train, batch, this.#uniform);
    const pictures = this.#pictures.forward(this.#train.pictures, chosen);
    const names = this.#names.forward(this.#bags, chosen);
    if (![...pictures, ...names].every((row) => row.every(Number.isFinite))) {
      throw new DivergedError(`after ${this.steps} steps the embeddings are no finite numbers any more`);
    }
    const [logScale = 0, bias = 0] = this.#scalars;
    const found = pairLoss(loss, pictures, names, [logScale, bias]);
    this.#pictures.learn(found.pictures, rate);
    this.#names.learn(found.names, rate);
    this.#moveScalars(this.#scalars, Float64Array.from(found.scalars), rate);
    this.#scalars[0] = Math.min(Math.log(MOST_SCALE), this.#scalars[0] as number);
    this.steps++;
    return { step: this.steps, loss: found.loss, similar: 0, dissimilar: 0, active: 0 };
  }

  /** What the towers have come to, on held-out pictures of the ten digits. */
  look(held: LabelledPictures): TowersLook {
    const said = described(held);
    const all = allNames();
    const images = this.#pictures.directions(held.pictures);
    const [names, plain] = [all, plainNames()].map((of) => this.#names.directions(bagsOf(of))) as [
      number[][],
      number[][],
    ];
    const nearest = (x: number[], among: number[][]) => {
      const cosines = among.map((name) => dot(x, name));
      return cosines.indexOf(Math.max(...cosines));
    };
    const share = (isRight: (x: number[], i: number) => boolean) =>
      images.filter(isRight).length / Math.max(1, images.length);
    const centre = (rows: number[][]) =>
      Array.from({ length: this.#settings.dim }, (_, k) =>
        rows.reduce((sum, row) => sum + (row[k] as number) / rows.length, 0),
      );
    const [ci, cn] = [centre(images), centre(names)];
    const own = images.map((x, i) => {
      const at = all.findIndex((name) => isSame(name, said[i]));
      return dot(x, names[at] as number[]);
    });
    const places = [...drawnOf(held).map((i) => images[i] as number[]), ...plain];
    const plane = principalPlane(places);
    return {
      digit: share((x, i) => nearest(x, plain) === said[i]?.digit),
      whole: share((x, i) => isSame(all[nearest(x, names)], said[i])),
      gap: Math.hypot(...ci.map((value, k) => value - (cn[k] as number))),
      pair: own.reduce((sum, value) => sum + value / own.length, 0),
      scale: Math.exp(this.#scalars[0] as number),
      points: places.flatMap((place) => plane.place(place)),
      matrix: held.firsts.flatMap((i) => plain.map((name) => dot(images[i] as number[], name))),
    };
  }
}

/** The pictures that are drawn: the first ones of each digit. */
export const drawnOf = ({ firsts }: LabelledPictures): number[] =>
  firsts.flatMap((first) => Array.from({ length: DRAWN }, (_, k) => first + k));
