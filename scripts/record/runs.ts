import { nearestNeighbours } from '../../src/lib/learning/top-k';
import { hasRows, NEIGHBOURS } from '../../src/lib/learning/objective';
import { lookedAt, measure } from '../../src/lib/learning/measure';
import type { LabelledPictures } from '../../src/lib/learning/pictures';
import type { Settings } from '../../src/lib/learning/settings';
import { Trainer, type StepReport } from '../../src/lib/learning/trainer';
import { curveOf, lastOf } from '../../src/lib/live/result';
import { decode } from '../../src/lib/state/query';
import { definition } from '../../src/lib/widgets/train/definition';
import { PRESETS } from '../../src/lib/widgets/train/presets';
import { chosenOf, keyOf, type Recorded, type RunPicture } from '../../src/lib/widgets/train/record';
import { lengthOf, settingsOf } from '../../src/lib/widgets/train/settings';
import { dataOf } from './data';

const SEEDS = [1, 2, 3, 4, 5];
/** Points of a recorded curve. */
const CURVE = 50;
/** Significant digits of what is only looked at. */
const FINE = 2;

function neighboursOf(settings: Settings, train: LabelledPictures): Uint32Array | undefined {
  if (settings.loss !== 'contrastive' || settings.pairs !== 'neighbours') return undefined;
  const search = nearestNeighbours(train.pictures, NEIGHBOURS);
  let next = search.next();
  while (!next.done) next = search.next();
  return next.value;
}

/** Takes a run to the end that the widget gives it. */
export function run(settings: Settings) {
  const [train, held] = [dataOf(settings, 'train'), dataOf(settings, 'held')];
  const trainer = new Trainer(settings, train, neighboursOf(settings, train));
  const steps: StepReport[] = [];
  for (let k = 0; k < lengthOf(settings); k++) steps.push(trainer.step());
  const { knn, recall } = measure(trainer, lookedAt(settings, train, held));
  const result = { steps: steps.length, ...lastOf(steps), knn, recall };
  return { result, steps, points: trainer.embed(held.pictures), held, rows: trainer.weights.rows };
}

const rounded = (value: number, digits = 4) => Number(value.toPrecision(digits));

function pictureOf(settings: Settings, { steps, points, held, rows }: ReturnType<typeof run>): RunPicture {
  const chosen = chosenOf(held.labels.length);
  return {
    labels: chosen.map((i) => held.labels[i] as number),
    points: chosen.flatMap((i) => [0, 1].map((k) => rounded(points[2 * i + k] as number, FINE))),
    rows: hasRows(settings.loss) ? Array.from(rows, (w) => rounded(w, FINE)) : [],
    curve: curveOf(steps, CURVE).map(([t, ...losses]) => [
      t,
      ...losses.map((loss) => rounded(loss, FINE)),
    ]) as RunPicture['curve'],
  };
}

/** Every run of the presets, by its key. */
export function recordAll(log: (line: string) => void): {
  results: Record<string, Recorded>;
  pictures: Record<string, RunPicture>;
} {
  const all = PRESETS.flatMap(({ query }) => settingsOf(decode(definition.parameters, query).values));
  const results: Record<string, Recorded> = {};
  const pictures: Record<string, RunPicture> = {};
  for (const settings of all) {
    const key = keyOf(settings);
    if (key in results) continue;
    const first = run(settings);
    const others = SEEDS.slice(1).map((seed) => run({ ...settings, seed }).result.knn);
    results[key] = {
      ...first.result,
      ...Object.fromEntries(Object.entries(first.result).map(([name, value]) => [name, rounded(value, 6)])),
      knnOfSeeds: [first.result.knn, ...others].map((knn) => rounded(knn, 6)),
    };
    pictures[key] = pictureOf(settings, first);
    log(`${key || 'defaults'}: ${results[key].knnOfSeeds.join(' ')}`);
  }
  return { results, pictures };
}
