import { evaluation, type Embedded, type Evaluation } from './evaluate';
import { someOf, type LabelledPictures } from './pictures';
import { comparesDirections, type Settings } from './settings';
import type { Trainer } from './trainer';

/** What was measured of a network; the last two where the settings ask for them. */
export interface Measured extends Evaluation {
  /** As `knn`, by what stands before the last layer. */
  before?: number;
  /** As `knn`, of the sixes and nines alone: the share of them that are not taken for each other. */
  sixNine?: number;
}

/** Held-out pictures, and those among which they look for neighbours. */
export interface Looked {
  held: LabelledPictures;
  gallery: LabelledPictures;
}

/** Of all pictures those that the settings have measured. */
export function lookedAt({ measured }: Settings, train: LabelledPictures, held: LabelledPictures): Looked {
  if (measured === 'all') return { held, gallery: train };
  const every = (n: number, { labels }: LabelledPictures) => [...labels.keys()].filter((i) => i % n === 0);
  return { held: someOf(held, every(3, held)), gallery: someOf(train, every(6, train)) };
}

/** Measures a network as its settings say. It pauses after every query, so that it can be spread over time. */
export function* measurement(trainer: Trainer, looked: Looked): Generator<undefined, Measured> {
  const { classes, dim, hidden, loss, measured } = trainer.settings;
  const options = { nearness: comparesDirections(loss) ? 'cosine' : 'euclidean' } as const;
  const embedded = ({ pictures, labels }: LabelledPictures): Embedded => ({
    points: trainer.embed(pictures),
    labels,
    dim,
  });
  const among = ({ held, gallery }: Looked) => evaluation(embedded(held), embedded(gallery), options);
  const found = yield* among(looked);
  if (measured === 'all') return found;
  const represented = ({ pictures, labels }: LabelledPictures): Embedded => ({
    points: trainer.represent(pictures),
    labels,
    dim: hidden,
  });
  const { knn: before } = yield* evaluation(represented(looked.held), represented(looked.gallery), options);
  const wanted = [6, 9].map((digit) => classes.indexOf(digit));
  const only = (data: LabelledPictures) =>
    someOf(
      data,
      [...data.labels.keys()].filter((i) => wanted.includes(data.labels[i] as number)),
    );
  const { knn: sixNine } = yield* among({ held: only(looked.held), gallery: only(looked.gallery) });
  return { ...found, before, sixNine };
}

/** What {@link measurement} comes to, at once. */
export function measure(trainer: Trainer, looked: Looked): Measured {
  const run = measurement(trainer, looked);
  let next = run.next();
  while (!next.done) next = run.next();
  return next.value;
}
