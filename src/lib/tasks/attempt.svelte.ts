import { readNumber, whyNoNumber } from '../state/read-number';
import type { Session } from '../state/session.svelte';
import { percent } from './percent';
import { countReached, type AttemptRecord, type Task, type TaskResult } from './task';

/**
 * A reader's attempt at a task, in one session. Hosts observe `result`; the panel below the widget reads the rest.
 * The session starts in the task's own state.
 */
export class Attempt {
  readonly session: Session;
  readonly task: Task;

  #solved = $state(false);
  #tries = $state(0);
  #hint = $state(false);
  #explanation = $state(false);
  /** How many goals hold, and how many of them do so without the reader. */
  #reached = $state(0);
  readonly #given: number;
  /** The most of what is asked for that was there at once, from 0 to 1. */
  #share = $state(0);
  /** What was wrong with the last answer, or `null`. */
  #objection = $state<string | null>(null);
  #answer = $state<string>();
  #seen: { query: string; restored: number };

  constructor(session: Session, task: Task) {
    this.session = session;
    this.task = task;
    this.#seen = { query: session.fullQuery, restored: session.restored };
    this.#given = this.#reached = this.#countReached();
    if (this.#isReached) this.#solve();
  }

  get solved(): boolean {
    return this.#solved;
  }

  get objection(): string | null {
    return this.#objection;
  }

  /** What a host is told. */
  get result(): TaskResult {
    return {
      solved: this.#solved,
      tries: this.#tries,
      hint: this.#hint,
      explanation: this.#explanation,
      score: this.#share * this.#worth,
    };
  }

  /** The last answer that was typed or chosen. */
  get answer(): string | undefined {
    return this.#answer;
  }

  /** What a host keeps, to go on from with `resume`. */
  get record(): AttemptRecord {
    return { ...this.result, answer: this.#answer };
  }

  /** Goes on from where the reader left: nothing of it counts as a try again. */
  resume({ solved, tries, hint, explanation, score, answer }: AttemptRecord): void {
    this.#see();
    this.#solved = solved;
    this.#tries = tries;
    this.#hint = hint;
    this.#explanation = explanation;
    this.#share = solved ? 1 : Math.min(1, score / this.#worth || 0);
    this.#answer = answer;
    this.#objection = null;
  }

  /** Sets the fields of a query as a host wishes. It is no try of the reader's, and solves nothing. */
  setQuery(query: string): void {
    this.session.setQuery(query);
    this.#see();
  }

  /** How many goals there are; none where an answer is asked for. */
  get #goals(): number {
    const { aim } = this.task;
    return aim.kind === 'reach' ? aim.goals.length : 0;
  }

  #countReached(): number {
    const { aim } = this.task;
    const { definition, values, model } = this.session;
    return aim.kind === 'reach' ? countReached(definition, aim.goals, values, model) : 0;
  }

  get #isReached(): boolean {
    return this.#goals > 0 && this.#reached === this.#goals;
  }

  /** Whether the goals hold without the reader's doing. */
  get showsSolution(): boolean {
    return !this.#solved && this.#isReached;
  }

  /** What the points are worth, from 0 to 1. */
  get #worth(): number {
    return this.#hint ? 1 - this.task.hintCost : 1;
  }

  #solve(): void {
    this.#solved = true;
    this.#share = 1;
  }

  /** What stands now is not the reader's doing. */
  #see(): void {
    this.#reached = this.#countReached();
    this.#seen = { query: this.session.fullQuery, restored: this.session.restored };
  }

  /** Grades what the reader makes of the widget, after each gesture, until the function returned is called. */
  watch(): () => void {
    return $effect.root(() => {
      $effect(() => this.#grade());
    });
  }

  #grade(): void {
    const { isIdle, fullQuery, restored } = this.session;
    if (!isIdle || this.#seen.query === fullQuery) return;
    const isOwn = this.#seen.restored === restored;
    this.#seen = { query: fullQuery, restored };
    if (this.task.aim.kind !== 'reach' || this.#solved) return;
    const { showsSolution } = this;
    this.#reached = this.#countReached();
    if (showsSolution && this.#isReached) return;
    if (isOwn) this.#tries++;
    const share = (this.#reached - this.#given) / (this.#goals - this.#given);
    this.#share = Math.max(this.#share, share);
    if (this.#isReached) this.#solve();
  }

  /** Takes a number as the reader typed it. */
  predict(text: string): void {
    const { aim } = this.task;
    if (aim.kind !== 'predict' || this.#solved) return;
    const number = readNumber(text);
    if (number === undefined) {
      this.#objection = whyNoNumber(text);
      return;
    }
    this.#answer = text.trim();
    this.#judge(Math.abs(number - aim.value) <= aim.tolerance + 1e-9);
  }

  /** Takes the choice of that place in the list. */
  choose(option: number): void {
    const { aim } = this.task;
    if (aim.kind !== 'choose' || this.#solved) return;
    if (option < 0) {
      this.#objection = 'Choose one of the answers.';
      return;
    }
    this.#answer = String(option);
    this.#judge(aim.options[option]?.right === true);
  }

  /** Another wrong answer is said in other words than the one before: what is said twice alike is not heard. */
  get #times(): string {
    return this.#tries > 1 ? `, at ${this.#tries} tries` : '';
  }

  /** What the reader hears of how it stands. */
  get verdict(): string {
    if (this.#solved)
      return this.#worth < 1 ? `Correct, for ${percent(this.#worth)} of the points.` : 'Correct.';
    if (this.#objection !== null) return this.#objection;
    if (this.task.aim.kind !== 'reach') return '';
    if (this.showsSolution) return 'This is a solution. Try again to find one yourself.';
    if (this.#tries === 0) return 'Answer by changing the figure.';
    const held = this.#goals > 1 ? `: ${this.#reached} of ${this.#goals} goals hold` : '';
    return `Not there yet${this.#times}${held}.`;
  }

  #judge(isRight: boolean): void {
    this.#tries++;
    if (isRight) this.#solve();
    this.#objection = isRight ? null : `Not right yet${this.#times}. Think again, or try it in the figure.`;
  }

  /** Notes that the reader looked at the hint. */
  takeHint(): void {
    if (!this.#solved) this.#hint = true;
  }

  /** Notes that the reader looked at the explanation. */
  takeExplanation(): void {
    if (!this.#solved) this.#explanation = true;
  }

  /** Shows the state that solves the task, which is not the same as solving it. */
  showSolution(): void {
    this.takeExplanation();
    this.session.glide(() => {
      this.session.reset();
      this.session.setQuery(this.task.solution ?? '');
      // The state itself, not yet what lies on the way to it.
      this.#see();
    });
  }

  /** Begins again, in the task's own state. */
  again(): void {
    this.session.glide(() => {
      this.session.reset();
      this.#see();
    });
    this.#solved = false;
    this.#tries = 0;
    this.#share = 0;
    this.#hint = false;
    this.#explanation = false;
    this.#answer = undefined;
    this.#objection = null;
  }
}
