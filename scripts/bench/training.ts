import { labelled } from '../../src/lib/learning/pictures';
import { settingsFrom, type Settings } from '../../src/lib/learning/settings';
import { Trainer } from '../../src/lib/learning/trainer';
import { digitPictures } from '../digits/files';

/** Something to train, by the settings that differ from the defaults. */
export interface TrainingCase {
  title: string;
  settings: Settings;
  /** Takes one step of the run. */
  step(): void;
}

const configurations: Record<string, Partial<Settings>> = {
  '196→64→2, contrastive, 64 pairs': {},
  '784→128→2, contrastive, 64 pairs': { side: 28, hidden: 128, rate: 0.001 },
  '196→64→2, batch-hard triplets, 10 × 8': {
    classes: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    loss: 'triplet',
    miner: 'batch-hard',
  },
  '196→64→2, semi-hard triplets, 10 × 8': { classes: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], loss: 'triplet' },
  '196→64→2, ArcFace, 64 pictures': {
    classes: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    loss: 'arcface',
    margin: 0.5,
  },
};

function trainerOf(settings: Settings): Trainer {
  const { classes, side } = settings;
  const digits = classes.map((digit) => digitPictures(digit, side).train);
  return new Trainer(settings, labelled(digits, side * side, { scale: 1 / 255 }));
}

/** Each case is made when it is its turn. */
export const trainingCases: (() => TrainingCase)[] = Object.entries(configurations).map(
  ([title, given]) =>
    () => {
      const settings = settingsFrom(given);
      const trainer = trainerOf(settings);
      return { title, settings, step: () => void trainer.step() };
    },
);
