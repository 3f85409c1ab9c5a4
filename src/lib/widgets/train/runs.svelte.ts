import { untrack } from 'svelte';
import type { SavedNetwork } from '../../learning/saved';
import { Descent } from '../../state/descent.svelte';
import type { Session } from '../../state/session.svelte';
import type { definition } from './definition';
import { LiveRun } from './live.svelte';
import { measurementsOf, type TrainModel } from './model';

export type TrainSession = Session<typeof definition.parameters, TrainModel>;

/** The runs of one figure, which keep step: played, paused, rewound and changed together. */
export class TrainRuns {
  readonly live: readonly [LiveRun, LiveRun] = [new LiveRun(), new LiveRun()];
  readonly descent = new Descent({
    advance: (steps) => this.#advance(steps),
    stopped: () => undefined,
  });

  #session: TrainSession;
  /** Whether steps are under way. */
  #stepping = false;
  /** Grows when the runs end, so that what was begun before does nothing to those that come after. */
  #turn = 0;

  constructor(session: TrainSession) {
    this.#session = session;
    this.descent.speed = 5;
  }

  /** The runs that the present values ask for. */
  get shown() {
    return this.#session.model.runs.map((run, i) => ({ run, live: this.live[i] as LiveRun }));
  }

  /** Whether the figure shows runs of its own rather than recorded ones. */
  get isLive(): boolean {
    return this.live[0].status.at !== 'rest';
  }

  get canRewind(): boolean {
    return (this.live[0].snapshot?.steps ?? 0) > 0 || this.live[0].status.at === 'failed';
  }

  /** Loads the digits where they are not there, and begins; what lives already stays. */
  async wake(): Promise<void> {
    const runs = untrack(() => this.#session.model.runs);
    const turn = this.#turn;
    await Promise.all(
      runs.map(({ settings }, i) => {
        const live = this.live[i] as LiveRun;
        return untrack(() => live.status.at) === 'rest' ? live.open(settings) : undefined;
      }),
    );
    this.#report(turn);
  }

  /** Again after a failure. */
  async retry(): Promise<void> {
    this.#close();
    await this.wake();
  }

  async rewind(): Promise<void> {
    this.descent.pause();
    if (this.live.some(({ status }) => status.at === 'failed')) return this.retry();
    const turn = this.#turn;
    await Promise.all(this.#awake.map((live) => live.rewind()));
    this.#report(turn);
  }

  /** Goes on from a saved network of the first run's shape. */
  async restore(saved: SavedNetwork): Promise<void> {
    this.descent.pause();
    const turn = this.#turn;
    await this.live[0].restore(saved);
    this.#report(turn);
  }

  /** Follows the values: runs that can go on by them do, others end. */
  follow(): void {
    const { runs } = this.#session.model;
    untrack(() => {
      const awake = this.#awake;
      if (awake.length === 0) return;
      const same =
        awake.length === runs.length && runs.every(({ settings }, i) => this.live[i]?.suits(settings));
      if (same) void Promise.all(runs.map(({ settings }, i) => this.live[i]?.change(settings)));
      else this.end();
    });
  }

  /** Back to what is recorded. */
  end(): void {
    this.descent.pause();
    this.#close();
    this.#session.report(null);
  }

  #close(): void {
    this.#turn++;
    this.#stepping = false;
    for (const live of this.live) live.close();
  }

  get #awake(): LiveRun[] {
    return this.live.filter(({ status }) => status.at !== 'rest');
  }

  /** One frame's steps of all runs, unless the frame before is still at it; a press of a button waits its turn. */
  #advance(steps: number): boolean {
    if (!this.#stepping || !this.descent.playing) void this.#stepAll(steps);
    return true;
  }

  async #stepAll(steps: number): Promise<void> {
    const turn = this.#turn;
    this.#stepping = true;
    if (this.#awake.length < this.#session.model.runs.length) await this.wake();
    if (turn !== this.#turn) return;
    const more = await Promise.all(this.#awake.map((live) => live.advance(steps)));
    if (turn !== this.#turn) return;
    this.#stepping = false;
    this.#report(turn);
    if (!more.every(Boolean)) this.descent.pause();
  }

  #report(turn: number): void {
    if (turn !== this.#turn) return;
    const measured = this.#awake.map((live, i) => {
      const { result } = live;
      return result ? measurementsOf(i, result) : { [`steps${i + 1}`]: live.snapshot?.steps ?? 0 };
    });
    this.#session.report(Object.assign({}, ...measured));
  }
}
