import type { Computed } from './adapter';
import type { Numbers, ReferenceCase, ReferenceFile } from './format';

/** How far a computed case is from its reference. */
export interface Comparison {
  agrees: boolean;
  /** The largest error as a part of what is allowed, relative error by default: 1 is the limit. */
  worst: number;
  /** The largest relative error, max|a − b| / max|b|, of an array that has a size. */
  relative: number;
  /** Where the worst one is: `value`, `per_item`, `grad x1`. */
  where: string;
}

const flat = (values: Numbers): number[] => (Array.isArray(values) ? values.flatMap(flat) : [values]);

interface Measure {
  where: string;
  error: number;
  size: number;
}

function measure(where: string, ours: Numbers | undefined, theirs: Numbers): Measure {
  const [a, b] = [ours === undefined ? [] : flat(ours), flat(theirs)];
  const size = b.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const differences = b.map((value, k) => Math.abs(value - (a[k] ?? NaN)));
  const error = a.length === b.length ? differences.reduce((most, d) => (d <= most ? most : d), 0) : Infinity;
  return { where, error: Number.isNaN(error) ? Infinity : error, size };
}

const asSet = (list: readonly (readonly number[])[]) =>
  [...new Set(list.map((entry) => entry.join()))].sort();

function sameLists({ lists = {} }: Computed, expected: ReferenceCase['expected']): Measure[] {
  return (['triplets', 'pos_pairs', 'neg_pairs'] as const).flatMap((name) => {
    const theirs = expected[name];
    const ours = lists[name];
    if (theirs === undefined || ours === undefined) return [];
    const same = asSet(ours).join(';') === asSet(theirs).join(';');
    return [{ where: name, error: same ? 0 : Infinity, size: 0 }];
  });
}

/** Items follow the file's order of its lists: ours are brought into it. */
function orderedItems(
  { items, lists = {} }: Computed,
  expected: ReferenceCase['expected'],
): Numbers | undefined {
  const [theirs, ours] = [expected.triplets, lists.triplets];
  if (!theirs || !ours || !Array.isArray(items)) return items;
  const place = new Map(ours.map((entry, k) => [entry.join(), k]));
  return theirs.map((entry) => items[place.get(entry.join()) ?? -1] ?? NaN);
}

/**
 * Holds a computed case against its reference: value, items where both have them, gradients, index lists as sets.
 * Where the reference has no gradient (a singular point), ours need only be finite.
 */
export function compare(
  { expected }: ReferenceCase,
  computed: Computed,
  tolerance: ReferenceFile['tol'],
): Comparison {
  const items = orderedItems(computed, expected);
  const common = [
    measure('value', computed.value, expected.value),
    ...(expected.per_item && items !== undefined ? [measure('per_item', items, expected.per_item)] : []),
    ...sameLists(computed, expected),
  ];
  const gradients = (theirs: Record<string, Numbers>) =>
    Object.entries(theirs).map(([name, values]) => measure(`grad ${name}`, computed.gradient[name], values));
  const finite = Object.entries(computed.gradient).map(([name, values]) => ({
    where: `grad ${name}`,
    error: flat(values).every(Number.isFinite) ? 0 : Infinity,
    size: 0,
  }));
  const candidates = expected.grad
    ? [expected.grad, expected.grad_relu0].flatMap((theirs) => (theirs ? [gradients(theirs)] : []))
    : [finite];
  return candidates
    .map((measures) => summarise([...common, ...measures], tolerance))
    .reduce((best, next) => (next.worst < best.worst ? next : best));
}

function summarise(measures: readonly Measure[], { rel, abs }: ReferenceFile['tol']): Comparison {
  const excess = ({ error, size }: Measure) => (error === 0 ? 0 : error / (abs + rel * size));
  const worst = measures.reduce((a, b) => (excess(b) > excess(a) ? b : a));
  const relative = measures.reduce((most, { error, size }) => Math.max(most, size > 0 ? error / size : 0), 0);
  return { agrees: excess(worst) <= 1, worst: excess(worst), relative, where: worst.where };
}
