import type { AttemptRecord, TaskResult } from '../tasks/task';
import { pictureText, type PictureType } from '../controls/picture-file';
import type { Ground } from '../controls/picture';
import { nearest } from '../state/text';
import { loadView, type View } from '../widgets/load';
import { definitions } from '../widgets/registry';
import { stateOf, taskOf } from './messages';
import { observeResult } from './observe-result.svelte';
import { openWidget, type OpenWidget } from './open-widget';
import { sayInShadow, showInShadow } from './shadow';

/**
 * `<contrastive-widget name="pair" query="m=2&lock=y">`: a widget in any page that loads this script.
 * The query is the one of an embed's address. Each change is told by an event `statechange`, whose detail is that of a
 * `state` message. The attribute `task` holds the text of a question; what the reader makes of it is told by an event
 * `taskresult`, whose detail is that of a `task` message.
 */
export class WidgetElement extends HTMLElement {
  static readonly observedAttributes = ['name', 'query', 'task'];

  /** The widget that the attributes ask for; it keeps its state while the element is taken out and put back. */
  #widget: OpenWidget | undefined;
  /** The attributes that it was opened with. */
  #asked = '';
  /** Takes away what is shown. */
  #stop: (() => void) | undefined;
  /** Grows with each start, so that a start that was overtaken can tell. */
  #starts = 0;

  connectedCallback(): void {
    // An element that is moved leaves and comes back at once.
    if (!this.#stop) void this.#start();
  }

  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  /** Styles that were made for one document do not hold in another. */
  adoptedCallback(): void {
    this.#leave();
  }

  attributeChangedCallback(_: string, before: string | null, now: string | null): void {
    if (this.isConnected && before !== now) void this.#start();
  }

  /** The state as a query, such as `m=2&y=0`. */
  getState(): string {
    return this.#widget?.session.fullQuery ?? '';
  }

  /** The state as a query that, set over the one of the attributes, gives the present one. */
  getChange(): string {
    return this.#widget?.session.query ?? '';
  }

  /**
   * Sets the fields of a query over the present state. What cannot be read is shown as a notice, and changes nothing. It is
   * no try of the reader's.
   */
  setState(query: string): void {
    const { attempt, session } = this.#widget ?? {};
    (attempt ?? session)?.setQuery(query);
  }

  /**
   * The widget in its present state as the text of an SVG, or as an address that holds a PNG; nothing before it is shown.
   * @param scale pixels of a PNG for one of the page
   */
  async getPicture({
    format = 'svg',
    ground = 'shown',
    scale = 2,
  }: { format?: PictureType; ground?: Ground; scale?: number } = {}): Promise<string | undefined> {
    const widget = this.shadowRoot?.querySelector<HTMLElement>('.cl-widget');
    return widget ? pictureText(widget, format, ground, scale) : undefined;
  }

  /** What the reader has made of the task, where there is one. */
  getResult(): TaskResult | undefined {
    return this.#widget?.attempt?.result;
  }

  /** The attempt at the task with the last answer, as a host keeps it; nothing where there is no task. */
  getAttempt(): AttemptRecord | undefined {
    return this.#widget?.attempt?.record;
  }

  /** Goes on from an attempt that was kept. */
  resume(record: AttemptRecord): void {
    this.#widget?.attempt?.resume(record);
  }

  /** Back to the state of the attributes. */
  reset(): void {
    this.#widget?.session.reset();
  }

  #leave(): void {
    this.#starts++;
    this.#stop?.();
    this.#stop = undefined;
  }

  async #start(): Promise<void> {
    this.#leave();
    const start = this.#starts;
    const name = this.getAttribute('name') ?? '';
    const definition = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
    if (!definition) {
      const known = Object.keys(definitions);
      const advice =
        name === '' ? `There are ${known.join(', ')}` : `The nearest is “${nearest(name, known)}”`;
      this.#stop = sayInShadow(this, `There is no widget “${name}”. ${advice}.`);
      return;
    }
    const [query, task] = [this.getAttribute('query') ?? '', this.getAttribute('task') ?? undefined];
    const asked = JSON.stringify([name, query, task]);
    try {
      const View = await loadView(name);
      const widget = asked === this.#asked ? this.#widget : await openWidget(definition, query, task);
      // Taken out or changed while the view was loading.
      if (start !== this.#starts || !widget) return;
      this.#asked = asked;
      this.#widget = widget;
      this.#stop = this.#show(widget, View);
    } catch (error) {
      if (start !== this.#starts) return;
      this.#stop = sayInShadow(this, 'The widget could not be loaded.');
      throw error;
    }
  }

  #show(widget: OpenWidget, View: View): () => void {
    const { session, attempt, options } = widget;
    if (options.theme) this.dataset.theme = options.theme;
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
    return () => {
      unobserve?.();
      forget();
      remove();
    };
  }
}
