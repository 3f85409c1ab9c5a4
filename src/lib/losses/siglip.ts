import { defineLoss, type BatchLoss, type RowsLike } from './declare';
import { contracted, IMAGE_TEXT_INPUTS, requireImageText, type ImageTextOptions } from './image-text';
import { requireFiniteNumber, requireFlag } from './require';
import { scaled } from './rows';
import { cosines, dotProducts } from './similarities';
import { NORMALISE } from './similarity-parameters';
import { sigmoid, softplus } from './softmax';

/**
 * SigLIP's loss: every image with every text is a question of its own, whether they belong together. With
 * sᵢⱼ = cos(imgᵢ, txtⱼ), zᵢⱼ = 1 for i = j and −1 else, and the scale t and bias b, which are learnt too,
 *
 *     Lᵢⱼ = −log σ(zᵢⱼ (t sᵢⱼ + b)),    L = 1/B Σᵢⱼ Lᵢⱼ,    ∂L/∂(t sᵢⱼ + b) = −zᵢⱼ σ(−zᵢⱼ (t sᵢⱼ + b)) / B.
 *
 * The items are the Lᵢⱼ, row after row. Their sum is divided by B, not by B².
 * The sign of b is that of the paper's algorithm; its formula has b the other way round.
 * Kink: a zero vector has no direction; its cosines and its gradient are zero, by convention.
 *
 * @param img B rows of d finite numbers
 * @param txt B rows of d finite numbers
 * @param t scale > 0; in the paper 10 at first
 * @param b bias, a finite number; in the paper −10 at first, for most pairs do not belong together
 * @throws RangeError naming the argument, and what is allowed
 * @see Zhai, Mustafa, Kolesnikov, Beyer (2023), algorithm 1
 */
export function sigLip(
  img: RowsLike,
  txt: RowsLike,
  t: number,
  b: number,
  { normalise = true }: ImageTextOptions = {},
): BatchLoss<{ img: number[][]; txt: number[][]; t: number; b: number }> {
  requireImageText(img, txt, ['t', t]);
  requireFiniteNumber('b', b);
  requireFlag('normalise', normalise);
  const { S, through } = (normalise ? cosines : dotProducts)(img, txt);
  const B = S.length;
  const z = (i: number, j: number) => (i === j ? 1 : -1);
  const items = S.flatMap((row, i) => row.map((s, j) => softplus(-z(i, j) * (t * s + b))));
  const G = S.map((row, i) => row.map((s, j) => (-z(i, j) * sigmoid(-z(i, j) * (t * s + b))) / B));
  const gradient = through(scaled(G, t));
  return {
    loss: items.reduce((sum, item) => sum + item, 0) / B,
    items,
    gradient: {
      img: gradient.a,
      txt: gradient.b,
      t: contracted(G, S),
      b: G.flat().reduce((sum, g) => sum + g, 0),
    },
  };
}

export const sigLipLoss = defineLoss({
  id: 'siglip',
  name: 'SigLIP',
  unit: 'pair',
  about: 'Each image with each text: together or not, judged pair by pair.',
  formula: String.raw`-\log\sigma\bigl(z_{ij}\,(t\,s_{ij}+b)\bigr),\quad z_{ii}=1,\ z_{ij}=-1`,
  references: ['zhai2023'],
  inputs: {
    ...IMAGE_TEXT_INPUTS,
    t: { kind: 'number', min: 0.01, max: 100, about: 'scale of the similarities, which is learnt' },
    b: { kind: 'number', min: -100, max: 100, about: 'bias, which is learnt' },
  },
  parameters: { normalise: NORMALISE },
  invariances: ['permutation', 'rotation'],
  evaluate: ({ img, txt, t, b }, options) => sigLip(img, txt, t, b, options),
});
