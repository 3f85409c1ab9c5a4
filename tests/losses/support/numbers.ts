import { expect } from 'vitest';
import { normal, random } from '../../../src/lib/state/random';

/** A stream of standard normal numbers, the same for the same seed. */
export function gaussian(seed: number): () => number {
  const uniform = random(seed);
  return () => normal(uniform);
}

/** Below this a number has fewer digits than others, so that parts of it say little. */
const FAINT = 1e-300;

/** Expects numbers equal up to a part of themselves, or equally infinite. */
export function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, part: number): void {
  expect(actual.length).toBe(expected.length);
  for (let k = 0; k < actual.length; k++) {
    const [a, b] = [actual[k] ?? NaN, expected[k] ?? NaN];
    const close = a === b || Math.abs(a - b) <= part * Math.abs(b) + FAINT;
    if (!close) expect.fail(`number ${k} is ${a}; ${b} is expected, up to a part of ${part}`);
  }
}

/** A sum whose rounding errors are summed up as well (Neumaier 1974). */
export class PreciseSum {
  #sum = 0;
  #rest = 0;

  add(term: number): void {
    const next = this.#sum + term;
    this.#rest += Math.abs(this.#sum) >= Math.abs(term) ? this.#sum - next + term : term - next + this.#sum;
    this.#sum = next;
  }

  get value(): number {
    return Number.isFinite(this.#sum) ? this.#sum + this.#rest : this.#sum;
  }
}
