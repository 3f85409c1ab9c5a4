import { labelled } from '../../src/lib/learning/pictures';
import { settingsFrom, type Settings } from '../../src/lib/learning/settings';
import { Trainer } from '../../src/lib/learning/trainer';

const TEN = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

const cases: Record<string, Partial<Settings>> = {
  '196→64→2, contrastive, 64 pairs': {},
  '784→128→2, contrastive, 64 pairs': { side: 28, hidden: 128, rate: 0.001 },
  '196→64→2, batch-hard triplets, 10 × 8': { classes: TEN, loss: 'triplet', miner: 'batch-hard' },
  '196→64→2, semi-hard triplets, 10 × 8': { classes: TEN, loss: 'triplet' },
  '196→64→2, ArcFace, 64 pictures': { classes: TEN, loss: 'arcface', margin: 0.5 },
};

/** Something to train. */
export interface TrainingCase {
  title: string;
  settings: Settings;
  /** Takes one step of the run. */
  step(): void;
}

/**
 * Each case is made when it is its turn.
 * @param greys the pictures of a digit to learn from, from 0 to 255
 */
export function trainingCases(greys: (digit: number, side: number) => Uint8Array): (() => TrainingCase)[] {
  return Object.entries(cases).map(([title, given]) => () => {
    const settings = settingsFrom(given);
    const { classes, side } = settings;
    const data = labelled(
      classes.map((digit) => greys(digit, side)),
      side * side,
      { scale: 1 / 255 },
    );
    const trainer = new Trainer(settings, data);
    return { title, settings, step: () => void trainer.step() };
  });
}
