import { labelled, type LabelledPictures } from '../../src/lib/learning/pictures';
import type { Settings } from '../../src/lib/learning/settings';
import { digitPictures } from '../digits/files';

/** The pictures that settings ask for, to learn from or held out. */
export function dataOf(
  { classes, side }: Pick<Settings, 'classes' | 'side'>,
  part: 'train' | 'held',
): LabelledPictures {
  const digits = classes.map((digit) => digitPictures(digit, side)[part]);
  return labelled(digits, side * side, { scale: 1 / 255 });
}
