import { DIFFERENCES, type Augmentation } from '../../src/lib/learning/augment';
import { evaluate } from '../../src/lib/learning/evaluate';
import { lookedAt, measure } from '../../src/lib/learning/measure';
import { pixelsOf, type LabelledPictures } from '../../src/lib/learning/pictures';
import type { Settings } from '../../src/lib/learning/settings';
import { Trainer, type StepReport } from '../../src/lib/learning/trainer';
import { curveOf } from '../../src/lib/live/result';
import { EACH, settingsOf, STEPS } from '../../src/lib/widgets/views/settings';
import { dataOf } from './data';

const SEED = 1;

const percent = (share: number | undefined) => Number((100 * (share ?? 0)).toFixed(1));

/** What is trained: nothing, by views that differ in more and more, and with labels. */
const RUNS: Record<string, { settings: Settings; steps: number }> = {
  untrained: { settings: settingsOf('none', 'views', SEED), steps: 0 },
  ...Object.fromEntries(
    (Object.keys(DIFFERENCES) as Augmentation[]).map((augment) => [
      augment,
      { settings: settingsOf(augment, 'views', SEED), steps: STEPS },
    ]),
  ),
  labels: { settings: settingsOf('none', 'labels', SEED), steps: STEPS },
};

/** The share that is told by the pixels themselves. */
function byPixels({ held, gallery }: { held: LabelledPictures; gallery: LabelledPictures }): number {
  const points = ({ pictures, labels }: LabelledPictures) => ({
    points: Array.from(labels.keys()).flatMap((i) => Array.from(pixelsOf(pictures, i))),
    labels,
    dim: pictures.pixels,
  });
  return evaluate(points(held), points(gallery), { nearness: 'cosine' }).knn;
}

/** The runs of the widget `views`, and what came of them. */
export function recordViews(log: (line: string) => void) {
  const first = settingsOf('none', 'views', SEED);
  const [train, held] = [dataOf(first, 'train'), dataOf(first, 'held')];
  const looked = lookedAt(first, train, held);
  const results: Record<string, { knn: number; before: number; sixNine: number; losses: number[] }> = {};
  for (const [key, { settings, steps }] of Object.entries(RUNS)) {
    const trainer = new Trainer(settings, train);
    const reports: StepReport[] = [];
    for (let k = 0; k < steps; k++) reports.push(trainer.step());
    const { knn, before, sixNine } = measure(trainer, looked);
    const losses = curveOf(reports, STEPS / EACH).map(([, , , loss]) => Number(loss.toPrecision(4)));
    results[key] = { knn: percent(knn), before: percent(before), sixNine: percent(sixNine), losses };
    log(`${key}: ${JSON.stringify(results[key])}`);
  }
  return {
    pixels: percent(byPixels(looked)),
    held: looked.held.labels.length,
    gallery: looked.gallery.labels.length,
    results,
  };
}
