import { requireFlag } from './require';
import { crossEntropy } from './cross-entropy';
import { defineLoss, type BatchLoss, type RowsLike } from './declare';
import { contracted, IMAGE_TEXT_INPUTS, requireImageText, type ImageTextOptions } from './image-text';
import { rowAt, scaled } from './rows';
import { cosines, dotProducts } from './similarities';
import { NORMALISE } from './similarity-parameters';

/**
 * CLIP's loss, InfoNCE both ways: each image finds its text, and each text its image. With sᵢⱼ = cos(imgᵢ, txtⱼ) and
 * the scale κ, which is learnt too,
 *
 *     Lᵢ = −½ log( e^{κsᵢᵢ} / Σⱼ e^{κsᵢⱼ} ) − ½ log( e^{κsᵢᵢ} / Σⱼ e^{κsⱼᵢ} ),    L = 1/B Σᵢ Lᵢ
 *     ∂L/∂sᵢⱼ = κ/2B (softmaxⱼ(κsᵢ·) + softmaxᵢ(κs·ⱼ) − 2 [i = j]),    ∂L/∂κ = 1/κ Σᵢⱼ sᵢⱼ ∂L/∂sᵢⱼ.
 *
 * The items are the Lᵢ. A batch of one costs nothing. A learnt κ grows as long as pairs are told apart: the paper keeps it
 * at 100 at most, for the sake of stability. Here it is not limited; clip it after each step.
 * Kink: a zero vector has no direction; its cosines and its gradient are zero, by convention.
 *
 * @param img B rows of d finite numbers
 * @param txt B rows of d finite numbers
 * @param scale κ > 0, the paper's exp(t): one over the temperature; in the paper 1/0.07 at first and never above 100
 * @throws RangeError naming the argument, and what is allowed
 * @see Radford et al. (2021), figure 3
 */
export function clip(
  img: RowsLike,
  txt: RowsLike,
  scale: number,
  { normalise = true }: ImageTextOptions = {},
): BatchLoss<{ img: number[][]; txt: number[][]; scale: number }> {
  requireImageText(img, txt, ['scale', scale]);
  requireFlag('normalise', normalise);
  const { S, through } = (normalise ? cosines : dotProducts)(img, txt);
  const logits = scaled(S, scale);
  const columns = logits.map((_, j) => logits.map((row) => rowAt(row, j)));
  const toText = logits.map((row, i) => crossEntropy(row, i));
  const toImage = columns.map((column, j) => crossEntropy(column, j));
  const items = toText.map(({ loss }, i) => (loss + rowAt(toImage, i).loss) / 2);
  const G = toText.map(({ gradient }, i) =>
    gradient.map((g, j) => (g + rowAt(rowAt(toImage, j).gradient, i)) / (2 * items.length)),
  );
  const { a, b } = through(scaled(G, scale));
  return {
    loss: items.reduce((sum, item) => sum + item, 0) / items.length,
    items,
    gradient: { img: a, txt: b, scale: contracted(G, S) },
  };
}

export const clipLoss = defineLoss({
  id: 'clip',
  name: 'CLIP',
  unit: 'n-tuple',
  about: 'Each image finds its text among all of the batch, and each text its image.',
  formula: String.raw`-\tfrac12\log\frac{e^{\kappa s_{ii}}}{\sum_j e^{\kappa s_{ij}}}-\tfrac12\log\frac{e^{\kappa s_{ii}}}{\sum_j e^{\kappa s_{ji}}}`,
  references: ['radford2021'],
  inputs: {
    ...IMAGE_TEXT_INPUTS,
    scale: { kind: 'number', min: 0.01, max: 100, about: 'scale κ of the similarities, which is learnt' },
  },
  parameters: { normalise: NORMALISE },
  invariances: ['permutation', 'rotation'],
  evaluate: ({ img, txt, scale }, options) => clip(img, txt, scale, options),
});
