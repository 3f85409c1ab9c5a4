import { labelled, type LabelledPictures, type Precision } from '../../../src/lib/learning';
import { digitPictures } from '../../../scripts/digits/files';

/** The site's pictures of some digits, to learn from and held out. */
export function digitsFor(
  classes: readonly number[],
  {
    side = 14,
    most = Infinity,
    precision = 'single',
  }: { side?: number; most?: number; precision?: Precision } = {},
): { train: LabelledPictures; held: LabelledPictures } {
  const pixels = side * side;
  const digits = classes.map((digit) => digitPictures(digit, side));
  const set = (part: 'train' | 'held') =>
    labelled(
      digits.map((digit) => digit[part].subarray(0, most * pixels)),
      pixels,
      { scale: 1 / 255, precision },
    );
  return { train: set('train'), held: set('held') };
}
