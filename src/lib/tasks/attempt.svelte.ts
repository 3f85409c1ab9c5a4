import { readNumber, whyNoNumber } from '../state/read-number';
import type { Session } from '../state/session.svelte';
import { isReached, type AttemptRecord, type Task, type TaskResult } from './task';

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
  /** What was wrong with the last answer, or `null`. */
  #objection = $state<string | null>(null);
  #answer = $state<string>();
  #seen: { query: string; restored: number };

  constructor(session: Session, task: Task) {
    this.session = session;
    this.task = task;
    this.#seen = { query: session.fullQuery, restored: session.restored };
    if (this.#isReached) this.#solved = true;
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
  resume({ solved, tries, hint, explanation, answer }: AttemptRecord): void {
    this.#see();
    this.#solved = solved;
    this.#tries = tries;
    this.#hint = hint;
    this.#explanation = explanation;
    this.#answer = answer;
    this.#objection = null;
  }

  /** Sets the fields of a query as a host wishes. It is no try of the reader's, and solves nothing. */
  setQuery(query: string): void {
    this.session.setQuery(query);
    this.#see();
  }

  get #isReached(): boolean {
    const { aim } = this.task;
    const { definition, values, model } = this.session;
    return aim.kind === 'reach' && isReached(definition, aim.goals, values, model);
  }

  /** What stands now is not the reader's doing. */
  #see(): void {
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
    const isReached = this.#isReached;
    if (isOwn) this.#tries++;
    if (isReached) this.#solved = true;
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
    if (this.#solved) return 'Correct.';
    if (this.#objection !== null) return this.#objection;
    if (this.task.aim.kind !== 'reach') return '';
    return this.#tries === 0 ? 'Answer by changing the figure.' : `Not there yet${this.#times}.`;
  }

  #judge(isRight: boolean): void {
    this.#tries++;
    this.#solved = isRight;
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
    });
    this.#see();
  }

  /** Begins again, in the task's own state. */
  again(): void {
    this.session.glide(() => this.session.reset());
    this.#see();
    this.#solved = false;
    this.#tries = 0;
    this.#hint = false;
    this.#explanation = false;
    this.#answer = undefined;
    this.#objection = null;
  }
}
