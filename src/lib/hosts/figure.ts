import type { Session } from '../state/session.svelte';
import type { Task } from '../state/task';
import { loadDefinition, loadView } from '../widgets/load';

/**
 * A figure of a prerendered page: still until it is woken, then a living widget with a session of its own. The place of
 * an exercise's widget is empty until then.
 */
export class Figure {
  readonly name: string;
  readonly element: HTMLElement;
  #session: Session | undefined;
  #task: Task | undefined;
  #code: ReturnType<typeof loadWidget> | undefined;
  #awake: Promise<void> | undefined;
  #onwake: (() => void)[] = [];

  constructor(element: HTMLElement) {
    this.name = element.id;
    this.element = element;
  }

  /** The state of the living widget. */
  get session(): Session {
    if (!this.#session) throw new Error(`figure “${this.name}” is not awake`);
    return this.#session;
  }

  /** What the figure asks, if it is an exercise; known once it is awake. */
  get task(): Task | undefined {
    return this.#task;
  }

  /** Runs once the figure lives. */
  whenAwake(run: () => void): void {
    if (this.#awake) void this.#awake.then(run);
    else this.#onwake.push(run);
  }

  /** Fetches what the figure needs to live. */
  load(): ReturnType<typeof loadWidget> {
    this.#code ??= loadWidget(this.element.dataset.widget ?? '').catch((error: unknown) => {
      // A line that was cut is no reason not to try again when somebody is there.
      this.#code = undefined;
      throw error;
    });
    return this.#code;
  }

  /** Takes over the markup that the page came with, or draws what it came without. */
  wake(): Promise<void> {
    this.#awake ??= this.#hydrate().catch((error: unknown) => {
      this.#awake = undefined;
      throw error;
    });
    return this.#awake;
  }

  async #hydrate() {
    const target = this.element.querySelector<HTMLElement>('.cl-island');
    if (!target) throw new Error(`figure “${this.name}” has no island`);
    const { query = '', task } = this.element.dataset;
    const { definition, View, giveLife } = await this.load();
    if (task !== undefined) {
      const { readTask } = await import('../state/read-task');
      const read = readTask(definition, task);
      if ('task' in read) this.#task = read.task;
    }
    const linkTo = (query: string) => addressOf(this.name, query);
    this.#session = giveLife({ target, definition, View, query, task: this.#task, linkTo });
    for (const run of this.#onwake) run();
  }

  /** Sets the fields of a query over the present state. */
  async set(query: string): Promise<void> {
    await this.wake();
    const { setState } = await this.load();
    setState(this.session, query);
  }

  /** Brings the figure into view where it is not. */
  show(): void {
    const { top, bottom } = this.element.getBoundingClientRect();
    const seen = Math.min(bottom, innerHeight) - Math.max(top, 0);
    if (seen > Math.min(bottom - top, innerHeight) / 2) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.element.scrollIntoView({ block: 'center', behavior: still ? 'instant' : 'smooth' });
  }
}

/** Nothing of what brings life comes with the page's own script, which is there before the text is read. */
async function loadWidget(id: string) {
  const [definition, View, life] = await Promise.all([loadDefinition(id), loadView(id), import('./life')]);
  return { definition, View, ...life };
}

/** The page with one figure in a state: `…/?pair.m=2&pair.y=1#pair`. */
function addressOf(name: string, query: string): string {
  const fields = query.split('&').filter(Boolean);
  const search = fields.map((field) => `${name}.${field}`).join('&');
  return `${location.origin}${location.pathname}${search && `?${search}`}#${name}`;
}

/** The states that an address asks for, as a query for each figure named. */
export function statesIn(search: string): Map<string, string> {
  const states = new Map<string, URLSearchParams>();
  for (const [key, value] of new URLSearchParams(search)) {
    const [, name, field] = /^([^.]+)\.(.+)$/.exec(key) ?? [];
    if (name === undefined || field === undefined) continue;
    const state = states.get(name) ?? new URLSearchParams();
    state.append(field, value);
    states.set(name, state);
  }
  return new Map([...states].map(([name, state]) => [name, state.toString()]));
}
