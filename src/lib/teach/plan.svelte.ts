import { embedQuery, type Embed } from '../hosts/embed-address';
import { readEmbedOptions } from '../hosts/embed-options';
import type { Definition } from '../state/define';
import { Session } from '../state/session.svelte';
import { nearest, quoted } from '../state/text';
import { loadDefinition } from '../widgets/load';
import { readPlanAddress } from './plan-address';
import { noTask, readDraft, taskText, type TaskDraft } from './task-draft';

/** What a student may do with a control. */
export type Access = 'free' | 'locked' | 'hidden';

/** What a teacher is putting together: a widget, its state, and what the student gets of it. */
export class Plan {
  readonly definition: Definition;
  readonly session: Session;
  /** By the key of the parameter; what is not named is free. */
  access: Record<string, Access> = $state({});
  /** Parts of the frame that are left out. */
  hiddenParts: readonly string[] = $state.raw([]);
  theme: 'light' | 'dark' | undefined = $state();
  title = $state('');
  task: TaskDraft = $state(noTask());

  /** @param query what an embed's address asks for */
  constructor(definition: Definition, query = '') {
    const options = readEmbedOptions(definition, query);
    this.definition = definition;
    const asked = options.task === undefined ? undefined : readDraft(options.task, definition);
    if (asked) this.task = asked.draft;
    const state = [asked?.query, options.query].filter(Boolean).join('&');
    this.session = new Session(definition, state);
    this.session.notices = [...options.notices, ...this.session.notices];
    const isParameter = (name: string) => Object.hasOwn(definition.parameters, name);
    for (const name of options.locked) this.access[name] = 'locked';
    for (const name of options.hidden.filter(isParameter)) this.access[name] = 'hidden';
    this.hiddenParts = options.hidden.filter((name) => !isParameter(name));
    this.theme = options.theme;
    this.title = options.title ?? '';
  }

  /**
   * The plan that the address of the page asks for, such as `?widget=pair&m=2&hide=toolbar`.
   * @param known the widgets that there are; the first is taken where the address names none, and the nearest where it
   *   names one that there is not
   */
  static async of(search: string, known: readonly string[]): Promise<Plan> {
    const { widget, query } = readPlanAddress(search);
    const id = widget === undefined ? known[0] : nearest(widget, known);
    const plan = new Plan(await loadDefinition(id ?? ''), query);
    if (widget !== undefined && id !== widget) {
      const message = `widget: no widget ${quoted(widget)}; the nearest is “${id}”`;
      plan.session.notices = [{ field: 'widget', value: widget, message }, ...plan.session.notices];
    }
    return plan;
  }

  /** The task as text; empty where there is none. */
  get taskText(): string {
    return taskText(this.task, this.definition, this.session.values);
  }

  get embed(): Embed {
    const withAccess = (wanted: Access) =>
      Object.keys(this.definition.parameters).filter((name) => this.access[name] === wanted);
    return {
      widget: this.definition.id,
      // A task says by itself where it starts.
      query: this.taskText === '' ? this.session.fullQuery : '',
      hidden: [...withAccess('hidden'), ...this.hiddenParts],
      locked: withAccess('locked'),
      theme: this.theme,
      title: this.title.trim() || undefined,
      task: this.taskText || undefined,
    };
  }

  /** The query by which the Teach page comes back to this plan. */
  get search(): string {
    return [`widget=${this.definition.id}`, embedQuery(this.embed)].filter(Boolean).join('&');
  }
}
