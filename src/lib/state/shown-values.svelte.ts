import { interpolateValues } from './interpolate';
import { glide, mayMove } from './motion';
import type { Parameters, Values } from './parameters';

/** What a figure shows of its state: the state itself, or what lies on the way to it while the figure glides there. */
export class ShownValues<P extends Parameters> {
  #parameters: P;
  #between = $state.raw<Values<P> | null>(null);
  #stop: () => void = () => undefined;

  constructor(parameters: P) {
    this.#parameters = parameters;
  }

  get isMoving(): boolean {
    return this.#between !== null;
  }

  /** What is shown at present on the way to `values`. */
  on(values: Values<P>): Values<P> {
    return this.#between ?? values;
  }

  /** Begins to move; stays at the end where motion is not wanted, or no value lies between the two. */
  glide(from: Values<P>, to: Values<P>): void {
    this.arrive();
    const way = mayMove() ? interpolateValues(this.#parameters, from, to) : undefined;
    if (!way) return;
    this.#between = way(0);
    this.#stop = glide(
      (share) => (this.#between = way(share)),
      () => this.arrive(),
    );
  }

  /** Shows the state itself. */
  arrive(): void {
    this.#stop();
    this.#between = null;
  }
}
