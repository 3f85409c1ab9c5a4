import type { Attempt } from '../state/attempt.svelte';
import type { Session } from '../state/session.svelte';
import type { TaskResult } from '../state/task';
import { nearest } from '../state/text';
import { loadView } from '../widgets/load';
import { definitions } from '../widgets/registry';
import { stateOf, taskOf } from './messages';
import { observeResult } from './observe-result.svelte';
import { openWidget } from './open-widget';
import { showInShadow } from './shadow';

/**
 * `<contrastive-widget name="pair" query="m=2&lock=y">`: a widget in any page that loads this script.
 * The query is the one of an embed's address. Each change is told by an event `statechange`, whose detail is that of a
 * `state` message. The attribute `task` holds the text of a question; what the reader makes of it is told by an event
 * `taskresult`, whose detail is that of a `task` message.
 */
export class WidgetElement extends HTMLElement {
  static readonly observedAttributes = ['name', 'query', 'task'];

  #session: Session | undefined;
  #attempt: Attempt | undefined;
  #stop: (() => void) | undefined;
  /** Grows with each start, so that a start that was overtaken can tell. */
  #starts = 0;

  connectedCallback(): void {
    void this.#start();
  }

  disconnectedCallback(): void {
    this.#starts++;
    this.#stop?.();
    this.#stop = undefined;
    this.#session = undefined;
    this.#attempt = undefined;
  }

  attributeChangedCallback(): void {
    if (this.isConnected) void this.#start();
  }

  /** The state as a query, such as `m=2&y=0`. */
  getState(): string {
    return this.#session?.fullQuery ?? '';
  }

  /** Sets the fields of a query over the present state. What cannot be read is shown as a notice, and changes nothing. */
  setState(query: string): void {
    this.#session?.setQuery(query);
  }

  /** What the reader has made of the task, where there is one. */
  getResult(): TaskResult | undefined {
    return this.#attempt?.result;
  }

  /** Back to the state of the attributes. */
  reset(): void {
    this.#session?.reset();
  }

  async #start(): Promise<void> {
    const start = ++this.#starts;
    this.#stop?.();
    this.#stop = undefined;
    const name = this.getAttribute('name') ?? '';
    const definition = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
    if (!definition) {
      const known = Object.keys(definitions);
      this.textContent = `There is no widget “${name}”; the nearest is “${nearest(name, known)}”.`;
      return;
    }
    const View = await loadView(name);
    const task = this.getAttribute('task') ?? undefined;
    const widget = await openWidget(definition, this.getAttribute('query') ?? '', task);
    // Taken out or changed while the view was loading.
    if (start !== this.#starts) return;
    const { session, attempt, options } = widget;
    if (options.theme) this.dataset.theme = options.theme;
    this.#session = session;
    this.#attempt = attempt;
    const remove = showInShadow(this, widget, View);
    const unobserve =
      attempt &&
      observeResult(attempt, () =>
        this.dispatchEvent(new CustomEvent('taskresult', { detail: taskOf(attempt) })),
      );
    const forget = $effect.root(() => {
      $effect(() => {
        const detail = stateOf(session);
        this.dispatchEvent(new CustomEvent('statechange', { detail }));
      });
    });
    this.#stop = () => {
      unobserve?.();
      forget();
      remove();
    };
  }
}
