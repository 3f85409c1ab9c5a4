import {
  allTriplets,
  batchHard,
  cosineDistance,
  easyPositiveSemiHard,
  easyTriplets,
  euclidean,
  generalisedLiftedStructure,
  hardTriplets,
  liftedStructure,
  nearestSemiHard,
  normalised,
  nPairOfClasses,
  overTriplets,
  semiHardTriplets,
  shiftedEuclidean,
  squaredEuclidean,
  triplet,
  tripletMined,
  tripletsOf,
  unorderedPairs,
  violatingTriplets,
  wuMarginOfTriplets,
  type Distance,
  type Miner,
  type TripletMeasure,
  type TripletOptions,
} from '../../../src/lib/losses';
import { reader, type Adapter, type Computed } from '../adapter';
import type { ReferenceCase } from '../format';

const REDUCTIONS = { mean: 'mean', sum: 'sum' } as const;
const DISTANCES = { euclidean, sqeuclidean: squaredEuclidean, cosine: cosineDistance };

/** The distance of a case, of embeddings of length one where it says so. */
function distanceOf(reference: ReferenceCase, distance: Distance): Distance {
  return reader(reference).flag('normalize') ? normalised(distance) : distance;
}

function triplets(
  reference: ReferenceCase,
  options: TripletOptions & TripletMeasure,
  reducer: 'mean' | 'sum',
): Computed {
  const read = reader(reference);
  const {
    loss: value,
    items,
    gradient,
  } = overTriplets(
    (...rows) => triplet(...rows, options),
    read.rows('a'),
    read.rows('p'),
    read.rows('n'),
    reducer,
  );
  return { value, items, gradient };
}

/** The miner of a case, and the margin that it mines with. */
function minerOf(reference: ReferenceCase): Miner {
  const read = reader(reference);
  const m = read.given('mining_margin') ? read.real('mining_margin') : 0;
  return read.word('mining', {
    all: allTriplets,
    violating: violatingTriplets(m),
    semihard: semiHardTriplets(m),
    hard: hardTriplets,
    easy: easyTriplets(m),
    batch_hard: batchHard,
    batch_easy_positive_semihard_negative: easyPositiveSemiHard,
  });
}

export const tripletAdapters: Record<string, Adapter> = {
  triplet(reference) {
    const read = reader(reference);
    const options = {
      m: read.real('margin'),
      swap: read.flag('swap'),
      distance: read.word('distance', DISTANCES),
    };
    return triplets(reference, options, read.word('reduction', REDUCTIONS));
  },
  triplet_eps(reference) {
    const read = reader(reference);
    const distance = shiftedEuclidean(read.real('eps'));
    return triplets(reference, { m: read.real('margin'), swap: read.flag('swap'), distance }, 'mean');
  },
  triplet_facenet(reference) {
    return triplets(reference, { m: reader(reference).real('margin'), squared: true }, 'mean');
  },
  triplet_batch(reference) {
    const read = reader(reference);
    const {
      loss: value,
      items,
      gradient,
      triplets: mined,
    } = tripletMined(read.rows('x'), read.numbers('labels'), minerOf(reference), {
      m: read.real('margin'),
      swap: read.flag('swap'),
      form: read.flag('smooth') ? 'soft-margin' : 'hinge',
      distance: distanceOf(reference, read.word('distance', DISTANCES)),
      reducer: read.word('reducer', { mean: 'mean', avg_nonzero: 'mean-active' } as const),
    });
    return { value, items, gradient, lists: { triplets: mined } };
  },
  triplet_mined(reference) {
    const read = reader(reference);
    const distance = read.word('distance', DISTANCES);
    const { miner, reducer, form } = read.word('variant', {
      batch_hard: { miner: batchHard, reducer: 'mean', form: 'hinge' },
      batch_hard_soft: { miner: batchHard, reducer: 'mean', form: 'soft' },
      batch_all: { miner: allTriplets, reducer: 'mean-active', form: 'hinge' },
      batch_semihard: { miner: nearestSemiHard, reducer: 'mean', form: 'hinge' },
    } as const);
    const m = form === 'hinge' ? read.real('margin') : 0;
    const options = { m, distance, reducer, form };
    const { loss, gradient } = tripletMined(read.rows('x'), read.numbers('labels'), miner, options);
    return { value: loss, gradient };
  },
  margin_wu(reference) {
    const read = reader(reference);
    const { loss, gradient } = wuMarginOfTriplets(read.rows('x'), tripletsOf(read.numbers('labels')), {
      alpha: read.real('margin'),
      beta: read.real('beta'),
      distance: distanceOf(reference, euclidean),
    });
    return { value: loss, gradient };
  },
  lifted_structure(reference) {
    const read = reader(reference);
    const [x, labels] = [read.rows('x'), read.numbers('labels')];
    const options = {
      m: read.real('neg_margin'),
      slack: read.real('pos_margin'),
      distance: distanceOf(reference, euclidean),
    };
    return read.word('variant', {
      lifted: () => {
        const { loss, items, gradient } = liftedStructure(x, labels, options);
        return { value: loss, items: inBothOrders(labels, items), gradient };
      },
      generalized: () => {
        const { loss, items, gradient } = generalisedLiftedStructure(x, labels, options);
        return { value: loss, items, gradient };
      },
    })();
  },
  npair(reference) {
    const read = reader(reference);
    const {
      loss: value,
      items,
      gradient,
    } = nPairOfClasses(read.rows('x'), read.numbers('labels'), {
      lambda: read.real('l2_weight'),
      normalise: read.flag('normalize'),
    });
    return { value, items, gradient };
  },
};

/** The file lists each similar pair in both orders, row after row; the library has it once. */
function inBothOrders(labels: readonly number[], items: readonly number[]): number[] {
  const similar = [...unorderedPairs(labels.length)].filter(([i, j]) => labels[i] === labels[j]);
  return similar
    .flatMap(([i, j], k) => [
      { i, j, item: items[k] ?? NaN },
      { i: j, j: i, item: items[k] ?? NaN },
    ])
    .sort((one, other) => one.i - other.i || one.j - other.j)
    .map(({ item }) => item);
}
