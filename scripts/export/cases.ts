import { onnxModel } from '../../src/lib/learning/onnx';
import { labelled, type Pictures } from '../../src/lib/learning/pictures';
import { pytorchModule } from '../../src/lib/learning/pytorch';
import { toBase64 } from '../../src/lib/learning/saved';
import { settingsFrom, type Settings } from '../../src/lib/learning/settings';
import { Trainer } from '../../src/lib/learning/trainer';
import { digitPictures } from '../digits/files';

const STEPS = 100;

const CASES: Record<string, Partial<Settings>> = {
  '196→64→2, contrastive': {},
  '784→128→2, triplet': { side: 28, hidden: 128, loss: 'triplet', rate: 0.001 },
  '196→64→16, ArcFace, ten digits': {
    classes: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    dim: 16,
    loss: 'arcface',
    margin: 0.5,
  },
};

/** A trained network as other programs get it, and where it puts held-out digits. */
export interface ExportCase {
  id: string;
  /** A model as base64. */
  onnx: string;
  /** A module's text. */
  pytorch: string;
  /** Pictures and their embeddings, flat single-precision numbers as base64. */
  pictures: string;
  embeddings: string;
  inputs: number;
  dim: number;
}

function dense({ count, pixels, starts, index, values }: Pictures): Float32Array {
  const out = new Float32Array(count * pixels);
  for (let i = 0; i < count; i++) {
    for (let k = starts[i] as number; k < (starts[i + 1] as number); k++) {
      out[i * pixels + (index[k] as number)] = values[k] as number;
    }
  }
  return out;
}

/** Trains networks of several losses and shapes and takes them out of the page. */
export function exportCases(): ExportCase[] {
  return Object.entries(CASES).map(([id, given]) => {
    const settings = settingsFrom(given);
    const { classes, side, dim } = settings;
    const part = (name: 'train' | 'held') =>
      labelled(
        classes.map((digit) => digitPictures(digit, side)[name]),
        side * side,
        { scale: 1 / 255 },
      );
    const trainer = new Trainer(settings, part('train'));
    for (let k = 0; k < STEPS; k++) trainer.step();
    const network = { settings, steps: STEPS, weights: Float32Array.from(trainer.weights.all) };
    const { pictures } = part('held');
    return {
      id,
      onnx: Buffer.from(onnxModel(network)).toString('base64'),
      pytorch: pytorchModule(network),
      pictures: toBase64(dense(pictures)),
      embeddings: toBase64(Float32Array.from(trainer.embed(pictures))),
      inputs: side * side,
      dim,
    };
  });
}
