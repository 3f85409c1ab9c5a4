/** What `Array.from` makes of an array of any kind, and several times as fast. */
export function mapped(x: ArrayLike<number>, change: (component: number, k: number) => number): number[] {
  const result: number[] = [];
  for (let k = 0; k < x.length; k++) result.push(change(x[k] as number, k));
  return result;
}
