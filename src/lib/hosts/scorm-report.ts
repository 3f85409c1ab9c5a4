import type { Platform } from './scorm-platform';

/** What a course needs of the widget in it. */
export interface CourseWidget {
  getState(): string;
  setState(query: string): void;
  /** What the student has made of the task, where there is one. */
  getResult(): { solved: boolean } | undefined;
}

/** The most characters that `cmi.suspend_data` takes. */
const MOST = 4096;

/** A time as SCORM 1.2 writes it: `0001:02:03.45`. */
export function timespan(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const hours = String(Math.floor(seconds / 3600)).padStart(4, '0');
  return `${hours}:${two((seconds / 60) % 60)}:${(seconds % 60).toFixed(2).padStart(5, '0')}`;
}

/**
 * Tells a learning platform how a student fares: the state of the widget, to go on from, and whether the student is
 * through. A widget with a task is passed with 100 points when the task is solved; one without a task is completed by
 * the first change.
 */
export class Report {
  #platform: Platform;
  #widget: CourseWidget;
  #started: number;
  #state: string | undefined;
  #isOpen = true;

  constructor(platform: Platform, widget: CourseWidget) {
    this.#platform = platform;
    this.#widget = widget;
    this.#started = Date.now();
  }

  /** Begins, and goes on from where the student left. Call it once the widget lives. */
  begin(): void {
    this.#platform.LMSInitialize('');
    const saved = this.#platform.LMSGetValue('cmi.suspend_data');
    if (saved) this.#widget.setState(saved);
    this.#state = this.#widget.getState();
    if (!this.#isThrough) this.#set({ 'cmi.core.lesson_status': 'incomplete' });
  }

  /** The student has changed the widget. */
  changed(): void {
    const state = this.#widget.getState();
    if (state === this.#state) return;
    this.#state = state;
    // A part of a state would be another state, so that one which is too long is not kept.
    if (state.length <= MOST) this.#set({ 'cmi.suspend_data': state });
    if (!this.#widget.getResult() && !this.#isThrough) this.#set({ 'cmi.core.lesson_status': 'completed' });
    this.#commit();
  }

  /** The student has solved the task. */
  solved(): void {
    this.#set({
      'cmi.core.score.min': '0',
      'cmi.core.score.max': '100',
      'cmi.core.score.raw': '100',
      'cmi.core.lesson_status': 'passed',
    });
    this.#commit();
  }

  /** The student leaves. */
  finish(): void {
    if (!this.#isOpen) return;
    this.#set({
      'cmi.core.session_time': timespan(Date.now() - this.#started),
      'cmi.core.exit': this.#isThrough ? '' : 'suspend',
    });
    this.#isOpen = false;
    this.#platform.LMSFinish('');
  }

  get #isThrough(): boolean {
    return ['completed', 'passed'].includes(this.#platform.LMSGetValue('cmi.core.lesson_status'));
  }

  #set(values: Record<string, string>): void {
    if (!this.#isOpen) return;
    for (const [element, value] of Object.entries(values)) this.#platform.LMSSetValue(element, value);
  }

  #commit(): void {
    if (this.#isOpen) this.#platform.LMSCommit('');
  }
}
