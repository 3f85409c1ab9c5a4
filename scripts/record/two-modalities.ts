import { described } from '../../src/lib/learning/described';
import { pixelsOf } from '../../src/lib/learning/pictures';
import { drawnOf, Towers, type TowersLook } from '../../src/lib/learning/towers';
import { curveOf } from '../../src/lib/live/result';
import {
  BATCHES,
  POINTS,
  settingsOf,
  stepsOf,
  type BatchName,
} from '../../src/lib/widgets/two-modalities/settings';
import { dataOf } from './data';

const SEED = 1;

const round = (value: number, digits = 2) => Number(value.toFixed(digits));

/** A look with as many digits as are shown. */
const rounded = ({ digit, whole, gap, pair, scale, points, matrix }: TowersLook) => ({
  digit: round(100 * digit, 1),
  whole: round(100 * whole, 1),
  gap: round(gap, 3),
  pair: round(pair, 3),
  scale: round(scale, 1),
  points: points.map((value) => round(value)),
  matrix: Array.from({ length: 10 }, (_, i) => matrix.slice(10 * i, 10 * i + 10).map((cos) => round(cos))),
});

type Look = ReturnType<typeof rounded>;

/** The runs of the widget `two-modalities`, under two losses and in batches of three sizes, and what came of them. */
export function recordModalities(log: (line: string) => void) {
  const first = settingsOf('clip', '8', SEED);
  const [train, held] = [dataOf(first, 'train'), dataOf(first, 'held')];
  const runs: Record<string, { start: Look; end: Look; losses: number[] }> = {};
  for (const loss of ['clip', 'siglip'] as const) {
    for (const batch of Object.keys(BATCHES) as BatchName[]) {
      const towers = new Towers(settingsOf(loss, batch, SEED), train);
      const start = rounded(towers.look(held));
      const reports = Array.from({ length: stepsOf(batch) }, () => towers.step());
      const end = rounded(towers.look(held));
      const losses = curveOf(reports, POINTS).map(([, , , value]) => Number(value.toPrecision(4)));
      runs[`${loss} ${batch}`] = { start, end, losses };
      const { digit, whole, gap, pair, scale } = end;
      log(`${loss} ${batch}: ${JSON.stringify({ digit, whole, gap, before: start.gap, pair, scale })}`);
    }
  }
  const said = described(held);
  return {
    labels: drawnOf(held).map((i) => held.labels[i] as number),
    pictures: held.firsts.map((i) =>
      Array.from(pixelsOf(held.pictures, i), (grey) => Math.round(15 * grey).toString(16)).join(''),
    ),
    said: held.firsts.map((i) => said[i]),
    runs,
  };
}
