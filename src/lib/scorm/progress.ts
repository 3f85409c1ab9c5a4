import type { AttemptRecord } from '../tasks/task';
import type { AnswerKind } from './interaction';
import { readWork } from './suspend-data';

/** What a course needs of the widget in it. */
export interface CourseWidget {
  /** The state as a query over the one that the package begins with. */
  getChange(): string;
  setState(query: string): void;
  /** What the student has made of the task, where there is one. */
  getAttempt(): AttemptRecord | undefined;
  resume(record: AttemptRecord): void;
}

/** What the package asks. */
export interface Question {
  id: string;
  kind: AnswerKind;
}

/** How far a student is. */
export type Status = 'incomplete' | 'completed' | 'passed';

/** An answer of a student. */
export interface Answer {
  /** Its place among the answers of this session. A figure that is changed on and on is one answer, the last. */
  place: number;
  record: AttemptRecord;
  /** The state of the widget, as a query. */
  state: string;
  /** Milliseconds since the question was seen, or since the answer before. */
  latency: number;
}

/**
 * What a student has done with the widget of a package, whatever a platform is told of it. A widget with a task is passed
 * when the task is solved; one without a task is completed by the first change.
 */
export class Progress {
  /** When the widget was opened, in milliseconds since 1970. */
  readonly started = Date.now();
  /** State and attempt when they were last looked at. */
  state = '';
  attempt: AttemptRecord | undefined;
  status: Status = 'incomplete';
  /** The most points that the student has had, from 0 to 1. */
  score = 0;
  /** Whether the student has done anything since the widget was opened. */
  isTouched = false;
  #widget: CourseWidget;
  #question: Question | undefined;
  #note: (answer: Answer) => void;
  #answered = this.started;
  #answers = 0;
  /** Whether the widget is being brought to where the student left, which is no change of the student’s. */
  #isResuming = false;

  /** @param note is told of every answer */
  constructor(widget: CourseWidget, question: Question | undefined, note: (answer: Answer) => void) {
    this.#widget = widget;
    this.#question = question;
    this.#note = note;
  }

  look(): void {
    this.state = this.#widget.getChange();
    this.attempt = this.#widget.getAttempt();
    this.score = Math.max(this.score, this.attempt?.score ?? 0);
  }

  /** Takes in what the student has changed. @returns whether that is anything, and whether it is what was asked for */
  follow(): 'nothing' | 'change' | 'pass' {
    if (this.#isResuming) return 'nothing';
    const { state, attempt } = this;
    this.look();
    if (this.state === state && JSON.stringify(this.attempt) === JSON.stringify(attempt)) return 'nothing';
    this.isTouched = true;
    if (this.attempt && this.attempt.tries > (attempt?.tries ?? 0)) this.#take(this.attempt);
    if (this.attempt?.solved === true && this.status !== 'passed') {
      this.status = 'passed';
      return 'pass';
    }
    if (!this.attempt && this.status === 'incomplete') this.status = 'completed';
    return 'change';
  }

  /** Goes on from what a platform has kept. What the student has done in the meantime is newer, and stays. */
  goOn(kept: string, status: string): void {
    if (status === 'passed' || (status === 'completed' && this.status === 'incomplete')) this.status = status;
    if (this.isTouched) return;
    const { state, attempt } = readWork(kept);
    this.#isResuming = true;
    if (state) this.#widget.setState(state);
    // Earlier packages left the result to the platform.
    if (attempt) this.#widget.resume(attempt);
    else if (this.attempt && status === 'passed')
      this.#widget.resume({ ...this.attempt, solved: true, score: 1 });
    this.look();
    this.#isResuming = false;
  }

  #take(record: AttemptRecord): void {
    if (!this.#question) return;
    const isFigure = this.#question.kind === 'reach';
    const present = Date.now();
    const latency = present - (isFigure ? this.started : this.#answered);
    this.#answered = present;
    this.#note({ place: isFigure ? 0 : this.#answers++, record, state: this.state, latency });
  }
}
