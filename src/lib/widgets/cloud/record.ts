import type { Sample } from './model';

/** The most samples of earlier runs that are kept. */
const MOST = 4000;

/** The loss over time as the reader has seen it: a run that goes on under new rules goes on in the record. */
export class LossRecord {
  #past: Sample[] = [];
  #run: readonly Sample[] = [];

  /**
   * Takes in the run so far and returns the whole record. Taking in the same run twice changes nothing.
   * @param goesOn whether a run that was not seen yet continues the one before it
   */
  observe(run: readonly Sample[], goesOn: boolean): Sample[] {
    if (run[0] !== this.#run[0]) {
      this.#past = goesOn ? [...this.#past, ...this.#run.slice(0, -1)].slice(-MOST) : [];
    }
    this.#run = run;
    return [...this.#past, ...run];
  }

  clear(): void {
    this.#past = [];
    this.#run = [];
  }
}

/** Every k-th sample and the last, so that at most `most` + 1 are drawn, each with its place in time. */
export function thin(samples: readonly Sample[], most: number): { t: number; sample: Sample }[] {
  const k = Math.ceil(samples.length / most);
  return samples.flatMap((sample, t) => (t % k === 0 || t === samples.length - 1 ? [{ t, sample }] : []));
}

/** The least of 1, 2, 5, 10, 20, … times `unit` that is not below `value`. */
export function roundUp(value: number, unit: number): number {
  for (let scale = unit; ; scale *= 10) {
    const found = [1, 2, 5].find((step) => step * scale >= value);
    if (found) return found * scale;
  }
}
