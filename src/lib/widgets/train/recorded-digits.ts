import type { HeldOut } from '../../learning/messages';
import type { Settings } from '../../learning/settings';
import { digitsBy, siteFolder, type ReadFile } from '../../learning/site-files';
import { chosenOf } from './record';

export type DigitGreys = Pick<HeldOut, 'side' | 'grey'>;

/**
 * The digits whose embeddings a recorded run shows, in its order.
 *
 * @param readFile how to read a file where the site is not at hand
 * @throws DigitsError where they cannot be loaded
 */
export async function loadRecordedDigits(
  { classes, side }: Pick<Settings, 'classes' | 'side'>,
  readFile?: ReadFile,
): Promise<DigitGreys> {
  const { loadDigits } = await import('../../learning/load-digits');
  const files = readFile && (await digitsBy(readFile, classes, side));
  const digits = await loadDigits(classes, { side, base: siteFolder(), files });
  const size = side * side;
  const held = digits.flatMap((digit) =>
    Array.from({ length: digit.held.length / size }, (_, i) => digit.held.subarray(i * size, (i + 1) * size)),
  );
  const chosen = chosenOf(held.length);
  const grey = new Uint8Array(chosen.length * size);
  chosen.forEach((i, k) => grey.set(held[i] ?? [], k * size));
  return { side, grey };
}
