/** The script of the H5P content type: shows the widget of a content, and tells H5P how a student fares with it. */
import type { AttemptRecord, TaskResult } from '../tasks/task';
import type { Container, Extras, H5PHost } from './host';
import { FOLDER } from './library';
import { readParameters } from './parameters';
import { readWork, type Work } from './work';

/** What is asked of the custom element. */
interface WidgetElement extends HTMLElement {
  getChange(): string;
  setState(query: string): void;
  getAttempt(): AttemptRecord | undefined;
  resume(record: AttemptRecord): void;
  reset(): void;
}

const { H5P } = window as unknown as { H5P: H5PHost & { ContrastiveWidget?: unknown } };

/** Points for a question that is solved without what costs points. */
const FULL = 1;

class Content extends H5P.EventDispatcher {
  readonly #element = document.createElement('contrastive-widget') as WidgetElement;
  readonly #isAsked: boolean;
  #previous: Work;
  #hasBegun = false;
  #result: TaskResult | undefined;

  constructor(given: unknown, { previousState }: Extras = {}) {
    super();
    const { widget, query, task } = readParameters(given);
    this.#previous = readWork(previousState);
    this.#isAsked = task.trim() !== '';
    this.#element.setAttribute('name', widget);
    this.#element.setAttribute('query', query);
    if (this.#isAsked) this.#element.setAttribute('task', task);
    this.#element.addEventListener('statechange', () => this.#begin());
    this.#element.addEventListener('taskresult', ({ detail }: CustomEventInit<TaskResult>) =>
      this.#answered(detail),
    );
  }

  attach(container: Container): void {
    const place = container.get(0);
    if (!place) return;
    place.replaceChildren(this.#element);
    // A path may be one below the page, which only a script of that page would find.
    const { href } = new URL(`${H5P.getLibraryPath(FOLDER)}/embed/element.js`, document.baseURI);
    void import(/* @vite-ignore */ href);
    // The frame that H5P puts around a content is as high as the content says.
    new ResizeObserver(() => this.trigger('resize')).observe(place);
    this.setActivityStarted();
  }

  /** Goes on from where the student left, once the widget lives. */
  #begin(): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    const { change, attempt } = this.#previous;
    if (change) this.#element.setState(change);
    if (attempt) this.#element.resume(attempt);
    this.#result = this.#element.getAttempt();
  }

  #answered(result: TaskResult | undefined): void {
    const wasSolved = this.#result?.solved === true;
    this.#result = result;
    if (!result?.solved || wasSolved || !this.#hasBegun) return;
    this.triggerXAPIScored(this.getScore(), FULL, 'answered', true, true);
  }

  getScore(): number {
    return FULL * (this.#result?.score ?? 0);
  }

  getMaxScore(): number {
    return this.#isAsked ? FULL : 0;
  }

  getAnswerGiven(): boolean {
    return (this.#result?.tries ?? 0) > 0;
  }

  resetTask(): void {
    this.#element.reset();
  }

  /** What H5P keeps where it is set up to. */
  getCurrentState(): Work {
    return this.#hasBegun
      ? { change: this.#element.getChange(), attempt: this.#element.getAttempt() }
      : this.#previous;
  }
}

/** A function: H5P gives a constructor another prototype, which a class does not let happen to it. */
H5P.ContrastiveWidget = function (given: unknown, _id: unknown, extras?: Extras) {
  return new Content(given, extras);
};
