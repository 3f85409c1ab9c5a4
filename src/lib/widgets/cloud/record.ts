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

/** The most places of a line. */
const PLACES = 160;

/** The loss over time and its two terms, as lines. */
export function linesOf(samples: readonly Sample[]) {
  const shown = thin(samples, PLACES);
  const over = (loss: (sample: Sample) => number) =>
    shown.map(({ t, sample }): [number, number] => [t, loss(sample)]);
  return [
    { text: 'loss', role: 'ink', points: over((s) => s.similar + s.dissimilar) },
    { text: 'similar pairs', role: 'pull', points: over((s) => s.similar) },
    { text: 'dissimilar pairs', role: 'push', dashed: true, points: over((s) => s.dissimilar) },
  ];
}

/** Every k-th sample and the last, so that at most `most` + 1 are drawn, each with its place in time. */
export function thin(samples: readonly Sample[], most: number): { t: number; sample: Sample }[] {
  const k = Math.ceil(samples.length / most);
  const last = samples.length - 1;
  const places = Array.from({ length: Math.floor(last / k) + 1 }, (_, i) => i * k);
  if (last % k > 0) places.push(last);
  return places.map((t) => ({ t, sample: samples[t] as Sample }));
}
