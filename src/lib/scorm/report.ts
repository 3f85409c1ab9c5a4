import type { CourseReport, Told } from './course-report';
import { interaction, timespan, type Interaction } from './interaction';
import type { Platform } from './platform';
import { Progress, type Answer, type CourseWidget, type Question } from './progress';
import { Saver } from './saver';
import { readWork, writeWork } from './suspend-data';

const isRefused = (answer: string) => String(answer) === 'false';

/**
 * Tells a learning platform how a student fares: the state of the widget and the attempt, to go on from, each answer, and
 * whether the student is through, with up to 100 points for a task. Everything is told again at each save, so that one
 * which fails loses nothing.
 */
export class Report implements CourseReport {
  #platform: Platform;
  #question: Question | undefined;
  #tell: (told: Told) => void;
  #progress: Progress;
  #saver: Saver;
  #work = '';
  #isTooLong = false;
  #hasBegun = false;
  #isOpen = true;
  /** Answers that the platform has not yet kept, by their place among those of this session. */
  #unsaved = new Map<number, Interaction>();
  /** Answers that the platform has from earlier sessions. */
  #earlier = 0;

  constructor(
    platform: Platform,
    widget: CourseWidget,
    question: Question | undefined,
    tell: (told: Told) => void,
  ) {
    this.#platform = platform;
    this.#question = question;
    this.#tell = tell;
    this.#progress = new Progress(widget, question, (answer) => this.#note(answer));
    this.#saver = new Saver(
      () => this.#save(),
      () => this.#say(),
    );
  }

  begin(): void {
    this.#progress.look();
    this.#saver.begin();
  }

  get isFailing(): boolean {
    return this.#saver.state === 'failing';
  }

  changed(): void {
    const change = this.#progress.follow();
    if (change === 'pass') this.#saver.now();
    else if (change === 'change') this.#saver.change();
  }

  flush(): void {
    if (this.#isOpen) this.#saver.flush();
  }

  finish(): void {
    if (!this.#isOpen) return;
    this.#saver.now();
    this.#saver.stop();
    this.#isOpen = false;
    ifPossible(() => this.#platform.LMSFinish(''));
  }

  #note({ place, record, state, latency }: Answer): void {
    if (!this.#question) return;
    const { id, kind } = this.#question;
    this.#unsaved.set(place, interaction(id, kind, record, state, latency));
  }

  /** Opens the session with the platform; whether it could. */
  #open(): boolean {
    if (isRefused(this.#platform.LMSInitialize(''))) return false;
    const status = this.#platform.LMSGetValue('cmi.core.lesson_status');
    const saved = this.#platform.LMSGetValue('cmi.suspend_data');
    const score = ifPossible(() => this.#platform.LMSGetValue('cmi.core.score.raw'));
    const count = ifPossible(() => this.#platform.LMSGetValue('cmi.interactions._count'));
    this.#earlier = Number(count) || 0;
    this.#hasBegun = true;
    this.#progress.goOn(saved, status);
    this.#progress.score = Math.max(this.#progress.score, Number(score) / 100 || 0);
    return true;
  }

  /** Writes down the work; where it does not fit, the last state that did, with the present attempt. */
  #write(): void {
    const { state, attempt } = this.#progress;
    const work = writeWork({ state, attempt });
    const shorter = { state: readWork(this.#work).state, attempt };
    this.#work = work ?? writeWork(shorter) ?? this.#work;
    if (this.#isTooLong === (work === undefined)) return;
    this.#isTooLong = !this.#isTooLong;
    this.#say();
  }

  #save(): boolean {
    if (!this.#isOpen || (!this.#hasBegun && !this.#open())) return false;
    this.#write();
    const { status, score } = this.#progress;
    const isKept = this.#set({
      ...(score > 0 ? { 'cmi.core.score.raw': String(Math.round(100 * score)) } : {}),
      'cmi.core.lesson_status': status,
      'cmi.suspend_data': this.#work,
    });
    ifPossible(() => this.#setBeside(score > 0));
    if (!isKept || isRefused(this.#platform.LMSCommit(''))) return false;
    this.#unsaved.clear();
    return true;
  }

  /** Sets what a platform may do without. */
  #setBeside(hasPoints: boolean): void {
    this.#set({
      ...(hasPoints ? { 'cmi.core.score.min': '0', 'cmi.core.score.max': '100' } : {}),
      'cmi.core.session_time': timespan(Date.now() - this.#progress.started),
      // A platform may forget the work of one who has not suspended.
      'cmi.core.exit': 'suspend',
    });
    for (const [place, values] of this.#unsaved) {
      const at = `cmi.interactions.${this.#earlier + place}`;
      this.#set(Object.fromEntries(Object.entries(values).map(([name, value]) => [`${at}.${name}`, value])));
    }
  }

  /** Sets values; whether the platform took all. */
  #set(values: Record<string, string>): boolean {
    return Object.entries(values)
      .map(([element, value]) => this.#platform.LMSSetValue(element, value))
      .every((answer) => !isRefused(answer));
  }

  #say(): void {
    this.#tell({ saved: this.#saver.state, isTooLong: this.#isTooLong });
  }
}

/** Asks for what the course can do without. */
function ifPossible<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
