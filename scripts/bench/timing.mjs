import { median } from '../measure/statistics.mjs';

/** A way is repeated within one timing until the timing is at least about this long, in milliseconds. */
const LONG = 20;

/**
 * Median milliseconds of each way, all timed in turns, so that a busy moment of the machine falls on all of them.
 * @template {string} K
 * @param {Record<K, (turn: number) => unknown>} ways
 * @param {number} rounds
 * @returns {Record<K, number>}
 */
export function timeInTurns(ways, rounds) {
  const names = /** @type {K[]} */ (Object.keys(ways));
  const repeats = names.map((name) => {
    time(ways[name], 1);
    return Math.max(1, Math.ceil(LONG / time(ways[name], 1)));
  });
  /** @type {number[][]} */
  const times = names.map(() => []);
  for (let round = 0; round < rounds; round++) {
    names.forEach((name, w) => times[w]?.push(time(ways[name], repeats[w] ?? 1)));
  }
  return /** @type {Record<K, number>} */ (
    Object.fromEntries(names.map((name, w) => [name, median(times[w] ?? [])]))
  );
}

/**
 * @param {(turn: number) => unknown} way
 * @param {number} repeats
 */
function time(way, repeats) {
  const start = performance.now();
  for (let i = 0; i < repeats; i++) way(i);
  return (performance.now() - start) / repeats;
}
