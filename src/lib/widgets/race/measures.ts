import type { MeasureName } from './record';

interface MeasureFacts {
  label: string;
  /** On the axis. */
  axis: string;
  unit: '' | ' %';
  digits: number;
  /** What a recorded number is multiplied by. */
  factor: number;
  /** Which end is the better one; neither for what only describes. */
  better: 'high' | 'low' | 'neither';
}

const percent = { unit: ' %', digits: 1, factor: 100, better: 'high' } as const;

export const MEASURE_FACTS: Record<MeasureName, MeasureFacts> = {
  map: { label: 'MAP@R', axis: 'MAP@R, %', ...percent },
  rp: { label: 'R-precision', axis: 'R-precision, %', ...percent },
  p1: { label: 'P@1', axis: 'precision at 1, %', ...percent },
  tar: { label: 'TAR at 1 % FAR', axis: 'true accept rate at 1 % false accepts, %', ...percent },
  rank: {
    label: 'effective rank',
    axis: 'effective rank, of 16 dimensions',
    unit: '',
    digits: 2,
    factor: 1,
    better: 'neither',
  },
  spread: {
    label: 'spread',
    axis: 'spread: within classes / between',
    unit: '',
    digits: 2,
    factor: 1,
    better: 'low',
  },
  loss: {
    label: 'loss',
    axis: 'loss, mean of the last 50 steps',
    unit: '',
    digits: 2,
    factor: 1,
    better: 'low',
  },
};
