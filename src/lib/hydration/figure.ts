import { flushSync } from 'svelte';
import type { Session } from '../state/session.svelte';
import type { Task } from '../tasks/task';
import { loadDefinition, loadView } from '../widgets/load';
import { inSite } from '../site/site-root';
import { unfold } from './fold';
import { reveal } from './reveal';

/** The part of the screen's height by which a page must have been moved for its reader to be reading on. */
const STAYS = 8;

/** A place in the text from which a figure farther up is shown in a state, and with parts, of its own. */
export interface Section {
  /** The name by which links speak to it. */
  name: string;
  /** Where it begins; the figure itself for what the figure shows at first. */
  element: HTMLElement;
  /** The author's state. */
  query: string;
  shown: readonly string[];
  /** What the reader has made of that state, as a query set over it. */
  kept: string;
}

/**
 * A figure of a prerendered page: still until it is woken, then a living widget with a session of its own. The place of
 * an exercise's widget is empty until then. Sections of the text may show it in different states, one at a time.
 */
export class Figure {
  readonly name: string;
  readonly element: HTMLElement;
  readonly sections: Section[];
  #session: Session | undefined;
  #task: Task | undefined;
  #code: ReturnType<typeof loadWidget> | undefined;
  #awake: Promise<void> | undefined;
  #onwake: (() => void)[] = [];
  #present: Section;
  #life: Awaited<ReturnType<typeof loadWidget>> | undefined;
  /** The section to be shown once the figure lives. */
  #wanted: Section | undefined;
  /** The section that was last being read. */
  #read: Section | undefined;
  /** Where the page stood when the reader last asked for a section. */
  #askedAt = -Infinity;

  /** @param beats the places in the text from which later sections show it */
  constructor(element: HTMLElement, beats: readonly HTMLElement[] = []) {
    this.name = element.id;
    this.element = element;
    this.sections = [element, ...beats].map(sectionAt);
    this.#present = this.sections[0] as Section;
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

  /** The section that it shows at present. */
  get section(): Section {
    return this.#present;
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
    const { query = '', shown, task: asked } = this.element.dataset;
    const life = await this.load();
    const { definition, View, hydrateWidget } = life;
    if (asked !== undefined) {
      const { readTask } = await import('../tasks/read-task');
      const read = readTask(definition, asked);
      if ('task' in read) this.#task = read.task;
    }
    const linkTo = (query: string) => addressOf(this.#present.name, query);
    // An exercise is embedded as it is asked, and not as far as the reader has come with it.
    const { exerciseQuery } = await import('../embed/exercise-query');
    const builderAt = (query: string) =>
      builderAddress(definition.id, asked === undefined ? query : exerciseQuery(asked));
    const compact = shown?.split(' ');
    const task = this.#task;
    this.#session = hydrateWidget({ target, definition, View, query, task, compact, linkTo, builderAt });
    this.#life = life;
    if (this.#wanted) this.#turnTo(this.#wanted);
    for (const run of this.#onwake) run();
  }

  /** Shows the section of a phrase, a number or a question that the reader has taken hold of. */
  show(section: Section): void {
    this.#askedAt = scrollY;
    this.#read = undefined;
    this.#turnTo(section);
  }

  /**
   * Shows the section that is being read, once the page has been moved on from where another was asked for: lines that move
   * because what was asked for is of another height take nothing back.
   */
  follow(section: Section): void {
    this.#read = section;
    this.#readOn();
  }

  #readOn = () => {
    if (!this.#read) return;
    if (Math.abs(scrollY - this.#askedAt) <= innerHeight / STAYS) {
      addEventListener('scroll', this.#readOn, { once: true, passive: true });
      return;
    }
    // Whoever comes back to the place reads it, and has asked for nothing yet.
    this.#askedAt = -Infinity;
    this.#turnTo(this.#read);
  };

  /** Now or once the figure lives: what the reader made of the section before is kept until it is shown again. */
  #turnTo(section: Section): void {
    if (!this.#life) {
      this.#wanted = section;
      return;
    }
    if (section === this.#present) return;
    // What the text says of the section before is said of where its figure was going.
    if (this.session.isGliding) flushSync(() => this.session.arrive());
    this.#present.kept = this.session.query;
    this.#present = section;
    const { query, kept, shown } = section;
    this.#life.showSection(this.session, { initial: query, present: kept, shown });
    this.element.toggleAttribute('data-later', section !== this.sections[0]);
  }

  /** Sets the fields of a query over the present state of a section, which is shown. */
  async set(query: string, section = this.#present): Promise<void> {
    await this.wake();
    this.show(section);
    this.#life?.setState(this.session, query);
  }

  /** Brings the picture onto the screen where most of it is not; returns whether the page was moved for it. */
  reveal(): boolean {
    unfold(this.element);
    return reveal(this.element);
  }
}

function sectionAt(element: HTMLElement): Section {
  const { query = '', shown = '' } = element.dataset;
  return { name: element.id, element, query, shown: shown.split(' '), kept: '' };
}

/** Nothing of what brings life comes with the page's own script, which is there before the text is read. */
async function loadWidget(id: string) {
  const [definition, View, life] = await Promise.all([
    loadDefinition(id),
    loadView(id),
    import('./hydrate-widget'),
  ]);
  return { definition, View, ...life };
}

/** The page with one figure in a state: `…/?pair.m=2&pair.y=1#pair`. */
function addressOf(name: string, query: string): string {
  const fields = query.split('&').filter(Boolean);
  const search = fields.map((field) => `${name}.${field}`).join('&');
  return `${location.origin}${location.pathname}${search && `?${search}`}#${name}`;
}

/** The page on which a widget in a state is put together for a course. */
const builderAddress = (widget: string, query: string): string =>
  `${inSite('teach/').href}?${[`widget=${widget}`, query].filter(Boolean).join('&')}`;

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
