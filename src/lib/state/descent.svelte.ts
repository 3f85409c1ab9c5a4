import { MediaQuery } from 'svelte/reactivity';

/** Steps that the reader asks for at a time, at the lowest speed, where nothing may move by itself. */
const STILL_STEPS = 10;

interface Run {
  /** Takes some steps; says whether there is more to do. */
  advance(steps: number): boolean;
  /** The run has come to a stop. */
  stopped(): void;
}

/** Plays a run frame by frame: play, pause, step, speed. It rests while its figure is off the screen. */
export class Descent {
  playing = $state(false);
  /** Steps for each frame. */
  speed = $state(1);

  #run: Run;
  #request = 0;
  #onScreen = true;
  #still = new MediaQuery('prefers-reduced-motion: reduce', false);

  constructor(run: Run) {
    this.#run = run;
  }

  /** Whether the reader asked for no motion: “play” then takes some steps and rests. */
  get isStill(): boolean {
    return this.#still.current;
  }

  /** How many those are. */
  get stillSteps(): number {
    return STILL_STEPS * this.speed;
  }

  play(): void {
    if (this.isStill) {
      this.step(this.stillSteps);
      return;
    }
    this.playing = true;
    this.#schedule();
  }

  pause(): void {
    if (!this.playing) return;
    this.playing = false;
    cancelAnimationFrame(this.#request);
    this.#run.stopped();
  }

  step(steps = 1): void {
    this.#run.advance(steps);
    this.#run.stopped();
  }

  /** Follows whether the figure's element is on the screen, and ends the run with it: for `{@attach}`. */
  watch = (element: Element): (() => void) => {
    const observer = new IntersectionObserver((entries) => {
      this.#onScreen = entries.at(-1)?.isIntersecting ?? true;
      if (this.playing) this.#schedule();
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(this.#request);
    };
  };

  #schedule(): void {
    cancelAnimationFrame(this.#request);
    if (this.#onScreen) this.#request = requestAnimationFrame(() => this.#frame());
  }

  #frame(): void {
    if (!this.playing) return;
    if (this.#run.advance(this.speed)) this.#schedule();
    else this.pause();
  }
}
