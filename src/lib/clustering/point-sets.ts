import { normal, random } from '../state/random';
import digits from './data/digits.json';
import penguins from './data/penguins.json';
import type { Points } from './points';

/** Points of the plane whose classes are known, to be searched or clustered as if they were not. */
export interface PointSet {
  /** What the reader chooses it by. */
  name: string;
  /** What the points are, in a sentence. */
  about: string;
  points: Points;
  /** The class of each, from 0. */
  labels: readonly number[];
  /** The sign of each in a drawing. */
  glyphs: readonly string[];
  /** What a point is called: “a 7”, “a Gentoo penguin”. */
  nameOf(i: number): string;
  /** What the two coordinates are. */
  axes: readonly [string, string];
  /** For digits, the place of each among the held-out digits that come with the pages: those of the gallery, then of the choice. */
  pictures?: readonly number[];
}

type Space = keyof typeof digits.spaces;

const article = (digit: number) => `${digit === 8 ? 'an' : 'a'} ${digit}`;

/** Held-out digits where a network of two numbers puts them. */
function digitSet(space: Space, name: string, about: string, shown?: readonly number[]): PointSet {
  const { low, step, at } = digits.spaces[space];
  const pictures = digits.digits.flatMap((digit, i) => (!shown || shown.includes(digit) ? [i] : []));
  const own = pictures.map((i) => digits.digits[i] as number);
  return {
    name,
    about,
    points: { at: Float64Array.from(at, (level) => low + step * level), dim: 2 },
    labels: own.map((digit) => digit - (shown?.[0] ?? 0)),
    glyphs: own.map(String),
    nameOf: (i) => article(own[i] ?? 0),
    axes: ['first coordinate', 'second coordinate'],
    pictures,
  };
}

/** How many digits are shown of each class, and how many pictures each network has learned from. */
const each = digits.digits.length / 10;
const sample = `${digits.digits.length} handwritten digits, ${each} of each, that the network has not learned from`;
const trained = (how: string) => `${sample}; it was trained for ${digits.steps} batches ${how}`;

/** Each column in its own standard deviations, from its mean. */
function standardized(column: readonly number[]): number[] {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  const deviation = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length);
  return column.map((value) => (value - mean) / deviation);
}

function penguinSet(): PointSet {
  const { bill, flipper, labels, species } = penguins;
  const [x, y] = [standardized(bill), standardized(flipper)];
  return {
    name: 'penguins, no network',
    about:
      `${labels.length} penguins of three species by the length of bill and flipper, each counted in its standard ` +
      'deviations; no network has seen them',
    points: { at: Float64Array.from(x.flatMap((value, i) => [value, y[i] as number])), dim: 2 },
    labels,
    glyphs: labels.map((label) => (species[label] as string).charAt(0)),
    nameOf: (i) => {
      const name = species[labels[i] ?? 0] ?? '';
      return `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name} penguin`;
    },
    axes: ['length of the bill, standardized', 'of the flipper'],
  };
}

/** Two half rings that reach into each other: the classic on which k-means fails. */
function moons(): PointSet {
  const uniform = random(7);
  const n = 120;
  const at = new Float64Array(2 * n);
  const labels = Array.from({ length: n }, (_, i) => i % 2);
  labels.forEach((label, i) => {
    const angle = Math.PI * uniform();
    const [x, y] =
      label === 0 ? [Math.cos(angle), Math.sin(angle)] : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
    at[2 * i] = x + 0.07 * normal(uniform);
    at[2 * i + 1] = y + 0.07 * normal(uniform);
  });
  return {
    name: 'two moons, drawn by a formula',
    about: `${n} points on two half rings, with some noise`,
    points: { at, dim: 2 },
    labels,
    glyphs: labels.map((label) => (label === 0 ? 'A' : 'B')),
    nameOf: (i) => `a point of moon ${(labels[i] ?? 0) === 0 ? 'A' : 'B'}`,
    axes: ['first coordinate', 'second coordinate'],
  };
}

export const POINT_SETS = {
  untrained: digitSet(
    'untrained',
    'digits, before training',
    `${sample}; its weights are as they were drawn`,
  ),
  contrastive: digitSet(
    'contrastive',
    'digits, contrastive loss, m = 1',
    trained('with the contrastive loss and margin 1'),
  ),
  'contrastive-half': digitSet(
    'contrastive-half',
    'digits, contrastive loss, m = 0.5',
    trained('with the contrastive loss and margin 0.5'),
  ),
  'contrastive-double': digitSet(
    'contrastive-double',
    'digits, contrastive loss, m = 2',
    trained('with the contrastive loss and margin 2'),
  ),
  triplet: digitSet('triplet', 'digits, triplet loss', trained('with the triplet loss, semi-hard, margin 1')),
  infonce: digitSet('infonce', 'digits, InfoNCE', trained('with InfoNCE, on the circle, temperature 0.1')),
  softmax: digitSet(
    'softmax',
    'digits, softmax',
    trained('as a classifier, the normalised softmax, on the circle'),
  ),
  arcface: digitSet('arcface', 'digits, ArcFace', trained('with ArcFace and margin 0.3, on the circle')),
  unseen: digitSet(
    'unseen',
    'digits 7, 8, 9, never seen in training',
    `${3 * each} handwritten digits of three classes that the network has never seen: it was trained for ${digits.steps} ` +
      'batches on 0 to 6, with the contrastive loss and margin 1',
    [7, 8, 9],
  ),
  penguins: penguinSet(),
  moons: moons(),
} as const satisfies Record<string, PointSet>;

export type PointSetName = keyof typeof POINT_SETS;

/** A choice of sets as a parameter offers it. */
export const optionsOf = <N extends PointSetName>(names: readonly N[]) =>
  names.map((value) => ({ value, label: POINT_SETS[value].name }));

/** The range of each coordinate, with some room around: of digits on the circle the whole of it. */
function spansOf({ at, dim }: Points): [[number, number], [number, number]] {
  const span = (axis: number): [number, number] => {
    const values = Array.from(at).filter((_, i) => i % dim === axis);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const room = 0.07 * Math.max(high - low, 1e-6);
    return [low - room, high + room];
  };
  return [span(0), span(1)];
}

/** Width of a plane of points by its height, whatever the points: so a figure does not change its height. */
const RATIO = 1.25;

/** The same ranges, the narrower one made wider, for a plane with equal scales. */
export function planeOf(points: Points): [[number, number], [number, number]] {
  const [x, y] = spansOf(points);
  const [width, height] = [x[1] - x[0], y[1] - y[0]];
  const around = ([low, high]: [number, number], size: number): [number, number] => [
    (low + high - size) / 2,
    (low + high + size) / 2,
  ];
  return width > RATIO * height ? [x, around(y, width / RATIO)] : [around(x, RATIO * height), y];
}
