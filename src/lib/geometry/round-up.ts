/** The least of 1, 2, 5, 10, 20, … times `unit` that is not below `value`: where an axis may end. */
export function roundUp(value: number, unit: number): number {
  for (let scale = unit; ; scale *= 10) {
    const found = [1, 2, 5].find((step) => step * scale >= value);
    if (found) return found * scale;
  }
}
