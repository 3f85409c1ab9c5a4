/**
 * Gives parts of a flat array as Float64Array: itself where it is one, so that nothing is copied, and a copy otherwise,
 * so that the loops behind meet one kind of array only, which engines compile best.
 *
 * @param most the most numbers asked for at a time; a part is good until the next is asked for
 */
export function reader(x: ArrayLike<number>, most: number): (from: number, to: number) => Float64Array {
  if (x instanceof Float64Array) return (from, to) => part(x, from, to);
  const copy = new Float64Array(most);
  return (from, to) => {
    for (let k = from; k < to; k++) copy[k - from] = x[k] as number;
    return copy.subarray(0, to - from);
  };
}

/** As {@link reader}, for writing: a part is asked for, filled and then put back. */
export function writer(
  x: Float64Array | Float32Array,
  most: number,
): { part(from: number, to: number): Float64Array; putBack(part: Float64Array, from: number): void } {
  if (x instanceof Float64Array) return { part: (from, to) => part(x, from, to), putBack: () => undefined };
  const copy = new Float64Array(most);
  return { part: (from, to) => copy.subarray(0, to - from), putBack: (part, from) => x.set(part, from) };
}

// A part that is the whole need not be made.
const part = (x: Float64Array, from: number, to: number) =>
  from === 0 && to === x.length ? x : x.subarray(from, to);
