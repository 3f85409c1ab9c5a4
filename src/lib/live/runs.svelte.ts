import { untrack } from 'svelte';
import type { SavedNetwork } from '../learning/saved';
import type { Settings } from '../learning/settings';
import type { Measurements } from '../state/define';
import { Descent } from '../state/descent.svelte';
import type { Parameters } from '../state/parameters';
import type { Session } from '../state/session.svelte';
import { LiveRun, type Rules } from './live-run.svelte';
import type { Result } from './result';

/** How a widget has runs in the page. */
export interface RunsOf<M> extends Rules {
  /** The runs that its model asks for: one, or several that stand beside each other. */
  settingsOf: (model: M) => readonly Settings[];
  /** A result of run `i`, counted from 0, as measurements of a session; of a run without any, its steps alone. */
  measurementsOf: (i: number, result: Result | { steps: number }, live: LiveRun) => Measurements;
  /** The most that stand beside each other. */
  most: 1 | 2;
}

type Lives = readonly [LiveRun, ...LiveRun[]];

/** What runs are made by, to be compared. */
const keyOf = (settings: readonly (Settings | undefined)[]) => JSON.stringify(settings);

/** Sections of a text whose runs wait until they are read again; each keeps a worker. */
const MOST_WAITING = 2;

const isAwake = ({ status }: LiveRun) => status.at !== 'rest';

/** The runs of one figure, which keep step: played, paused, rewound and changed together. */
export class Runs<P extends Parameters, M> {
  live = $state.raw() as Lives;
  readonly descent = new Descent({
    advance: (steps) => this.#advance(steps),
    stopped: () => undefined,
  });

  #session: Session<P, M>;
  #of: RunsOf<M>;
  /** Whether steps are under way. */
  #stepping = false;
  /** Grows when the runs end, so that what was begun before does nothing to those that come after. */
  #turn = 0;
  /** The runs of other sections of the text, by what they were when the reader went on. */
  #waiting: { key: string; live: Lives }[] = [];
  /** At which of the text's sections the figure was when it last followed. */
  #begun: number;

  constructor(session: Session<P, M>, of: RunsOf<M>) {
    this.#session = session;
    this.#of = of;
    this.live = this.#fresh();
    this.#begun = untrack(() => session.begun);
    this.descent.speed = 5;
  }

  #fresh(): Lives {
    const first = new LiveRun(this.#of);
    return this.#of.most === 1 ? [first] : [first, new LiveRun(this.#of)];
  }

  get #asked(): readonly Settings[] {
    return this.#of.settingsOf(this.#session.model);
  }

  /** What the runs that the figure asks for are made by, to be compared. */
  get key(): string {
    return keyOf(this.#asked);
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
    const asked = untrack(() => this.#asked);
    const turn = this.#turn;
    await Promise.all(
      asked.map((settings, i) => {
        const live = this.live[i] as LiveRun;
        return untrack(() => live.status.at) === 'rest'
          ? live.open(settings, this.#session.readFile)
          : undefined;
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

  /** Follows the values: runs that can go on by them do, others end, and those of another section wait for it. */
  follow(): void {
    const { begun } = this.#session;
    const asked = this.#asked;
    untrack(() => {
      if (begun !== this.#begun) {
        this.#begun = begun;
        this.#exchange(keyOf(asked));
        return;
      }
      const awake = this.#awake;
      if (awake.length === 0) return;
      const same =
        awake.length === asked.length && asked.every((settings, i) => this.live[i]?.suits(settings));
      if (same) void Promise.all(asked.map((settings, i) => this.live[i]?.change(settings)));
      else this.#rest();
    });
  }

  /** Ends all runs for good. */
  end(): void {
    for (const { live } of this.#waiting.splice(0)) live.forEach((run) => run.close());
    this.#rest();
  }

  /** Back to what is recorded. */
  #rest(): void {
    this.descent.pause();
    this.#close();
    this.#session.report(null);
  }

  /** Has the present runs wait, and goes on with those that were left in the state that is shown now, if there are any. */
  #exchange(key: string): void {
    this.descent.pause();
    this.#turn++;
    this.#stepping = false;
    const left = this.#awake;
    if (left.length > 0)
      this.#waiting.push({ key: keyOf(left.map(({ settings }) => settings)), live: this.live });
    const at = this.#waiting.findIndex((waiting) => waiting.key === key);
    const [found] = at < 0 ? [] : this.#waiting.splice(at, 1);
    while (this.#waiting.length > MOST_WAITING) this.#waiting.shift()?.live.forEach((run) => run.close());
    this.live = found?.live ?? this.#fresh();
    if (found) this.#report(this.#turn);
    else this.#session.report(null);
  }

  #close(): void {
    this.#turn++;
    this.#stepping = false;
    for (const live of this.live) live.close();
  }

  get #awake(): LiveRun[] {
    return this.live.filter(isAwake);
  }

  /** One frame's steps of all runs, unless the frame before is still at it; a press of a button waits its turn. */
  #advance(steps: number): boolean {
    if (!this.#stepping || !this.descent.playing) void this.#stepAll(steps);
    return true;
  }

  async #stepAll(steps: number): Promise<void> {
    const turn = this.#turn;
    this.#stepping = true;
    if (this.#awake.length < this.#asked.length) await this.wake();
    if (turn !== this.#turn) return;
    const more = await Promise.all(this.#awake.map((live) => live.advance(steps)));
    if (turn !== this.#turn) return;
    this.#stepping = false;
    this.#report(turn);
    if (!more.every(Boolean)) this.descent.pause();
  }

  #report(turn: number): void {
    if (turn !== this.#turn) return;
    const measured = this.#awake.map((live, i) =>
      this.#of.measurementsOf(i, live.result ?? { steps: live.snapshot?.steps ?? 0 }, live),
    );
    this.#session.report(Object.assign({}, ...measured));
  }
}

/** What operates runs, whatever they are of. */
export type Player = Pick<Runs<Parameters, unknown>, 'live' | 'descent' | 'canRewind' | 'rewind' | 'retry'>;
