/** ‖a − b‖² of two points in one flat array, whose d components begin at k and at l. */
export function squaredDistance(x: Float64Array, k: number, l: number, d: number): number {
  const end = k + d;
  // Four sums at a time: one alone would wait for each addition before the next.
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (const last = end - 3; k < last; k += 4, l += 4) {
    const u0 = (x[k] as number) - (x[l] as number);
    s0 += u0 * u0;
    const u1 = (x[k + 1] as number) - (x[l + 1] as number);
    s1 += u1 * u1;
    const u2 = (x[k + 2] as number) - (x[l + 2] as number);
    s2 += u2 * u2;
    const u3 = (x[k + 3] as number) - (x[l + 3] as number);
    s3 += u3 * u3;
  }
  for (; k < end; k++, l++) {
    const u0 = (x[k] as number) - (x[l] as number);
    s0 += u0 * u0;
  }
  return s0 + s1 + (s2 + s3);
}
