import { CHOICE, GALLERY } from '../../learning/pretrained/digits';
import recorded from './embeddings.json';
import type { PairSource } from './source';

const digits = [...GALLERY, ...CHOICE];
const labels = digits.map(({ digit }) => digit);
const pictures = digits.map(({ pixels }) => pixels);

/** Held-out handwritten digits, where a network that was trained once and for all puts them. */
export const digitSource: PairSource = {
  name: 'handwritten digits',
  margin: recorded.margin,
  reach: 3,
  about:
    `${labels.length} handwritten digits, ${labels.length / 10} of each, that the network never learned from. It was ` +
    `trained on ${recorded.learned} others by the contrastive loss with margin ${recorded.margin}, for ` +
    `${recorded.steps} steps, and embeds 14 × 14 pixels as two numbers. A pair is the same if both are the same digit.`,
  embed: () => ({ xy: Float64Array.from(recorded.at), labels, pictures }),
};
