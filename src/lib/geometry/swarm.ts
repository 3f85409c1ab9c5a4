/**
 * How far from a line marks stand so that none covers another: 0 for most, then a lane above, one below, two above, …
 * @param places along the line, in any order
 * @param apart the width of a mark, in the same unit
 * @param most lanes beside the line on each side; where they are full, marks cover each other after all
 */
export function swarm(places: readonly number[], apart: number, most = 2): number[] {
  const lanes = Array.from({ length: 2 * most + 1 }, (_, i) => (i % 2 === 1 ? (i + 1) / 2 : -i / 2));
  const last = new Map<number, number>();
  const offsets = places.map(() => 0);
  const order = places.map((_, i) => i).sort((i, j) => (places[i] as number) - (places[j] as number));
  for (const i of order) {
    const place = places[i] as number;
    const lane = lanes.find((one) => place - (last.get(one) ?? -Infinity) >= apart) ?? 0;
    last.set(lane, place);
    offsets[i] = lane + 0;
  }
  return offsets;
}
