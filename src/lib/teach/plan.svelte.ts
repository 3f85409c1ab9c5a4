import { embedQuery, type Embed } from '../embed/embed-url';
import { readEmbedOptions } from '../embed/embed-options';
import type { Definition } from '../state/define';
import { Session } from '../state/session.svelte';
import { encode } from '../state/query';
import { nearest, quoted } from '../state/text';
import { readTask } from '../tasks/read-task';
import { readTolerance } from '../tasks/condition';
import { valueOf, type Task } from '../tasks/task';
import { loadDefinition } from '../widgets/load';
import { readPlanAddress } from './plan-address';
import { chooseGoal, conditionOf, firstField, pick, questionFor, toleranceOf } from './shown-goal';
import { noTask, readDraft, taskText, type TaskDraft } from './task-draft';

/**
 * What a student may do with a parameter: change it, see it, neither, or change it in the figure alone, without a control.
 */
export type Access = 'free' | 'locked' | 'hidden' | 'figure';

/** What the builder shows at first: the figure that the book begins with. */
const START = 'pair';

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
    for (const name of options.hidden.filter(isParameter))
      this.access[name] = options.free.includes(name) ? 'figure' : 'hidden';
    this.hiddenParts = options.hidden.filter((name) => !isParameter(name));
    this.theme = options.theme;
    this.title = options.title ?? '';
  }

  /**
   * The plan that the address of the page asks for, such as `?widget=pair&m=2&hide=toolbar`.
   * @param known the widgets that there are; the pair is taken where the address names none, and the nearest where it
   *   names one that there is not
   */
  static async of(search: string, known: readonly string[]): Promise<Plan> {
    const { widget, query } = readPlanAddress(search);
    const id = widget === undefined ? START : nearest(widget, known);
    const plan = new Plan(await loadDefinition(id ?? ''), query);
    if (widget !== undefined && id !== widget) {
      const message = `widget: no widget ${quoted(widget)}; the nearest is “${id}”`;
      plan.session.notices = [{ field: 'widget', value: widget, message }, ...plan.session.notices];
    }
    return plan;
  }

  /** Shows the figure with its picture and its main controls, and the rest behind “More”. */
  fold(): this {
    const { compact } = this.definition;
    this.session.compact = compact ? [...compact.controls, ...compact.parts] : null;
    return this;
  }

  /** The task as text; empty where there is none. */
  get taskText(): string {
    return taskText(this.task, this.definition, this.session.values);
  }

  /** What keeps the question from being one. */
  get taskProblems(): string[] {
    const read = this.#read;
    return read && 'problems' in read ? read.problems.map(({ message }) => message) : [];
  }

  /** The question with what the student gets of the figure, once it is one. */
  get question(): Task | undefined {
    const read = this.#read;
    return read && 'task' in read ? read.task : undefined;
  }

  /** The question, read together with what the student gets of the figure: the solution must be in reach. */
  get #read() {
    if (this.taskText === '') return undefined;
    const { hidden = [], free = [], locked = [] } = this.embed;
    const access = Object.entries({ hide: hidden, free, lock: locked })
      .filter(([, names]) => names.length > 0)
      .map(([word, names]) => `${word}: ${names.join(',')}`);
    return readTask(this.definition, [this.taskText, ...access].join('\n'));
  }

  /** The control that a figure shows first; a widget without one has its first parameter. */
  get mainControl(): string {
    const { compact, parameters } = this.definition;
    return compact?.controls[0] ?? Object.keys(parameters)[0] ?? '';
  }

  /** Whether the student gets a choice of the controls and not all of them. */
  get isSelective(): boolean {
    return this.#with('hidden').length + this.#with('figure').length > 0;
  }

  /** Leaves the student these controls and hides all others, which are fixed then; what is locked stays so. */
  allowOnly(names: readonly string[]): void {
    for (const name of Object.keys(this.definition.parameters)) {
      if (names.includes(name)) this.access[name] = 'free';
      else if (this.access[name] !== 'locked') this.access[name] = 'hidden';
    }
  }

  /** Leaves the student every control. */
  allowAll(): void {
    this.access = {};
  }

  /**
   * Makes the state that the figure is in the goal, with some room, and its solution. What the student can change goes
   * back to where it began; what the student cannot change stays as it is, or the goal would be out of reach.
   * @param name the output or parameter that is asked for; the one that tells the two states apart best without it
   * @returns whether the state differs from the one where the student begins
   */
  takeAsGoal(name?: string): boolean {
    const { parameters } = this.definition;
    const goal = this.session.values;
    const isFixed = (key: string) => ['locked', 'hidden'].includes(this.access[key] ?? '');
    const shown = this.#seen();
    this.session.reset();
    this.session.setQuery(pick(encode(parameters, goal, this.session.values), isFixed));
    const query = encode(parameters, goal, this.session.values);
    if (query === '') return false;
    const others = this.task.rest.split('\n').filter((line) => !line.startsWith('solution:'));
    this.task.rest = [...others, `solution: ${query}`].filter(Boolean).join('\n');
    const start = this.#seen();
    const asked = name || chooseGoal(this.definition, start, shown) || firstField(query);
    const value = shown[asked] ?? '';
    this.#ask(asked, conditionOf(value, toleranceOf(value, start[asked])));
    return true;
  }

  /** How far a student may be from the number that is asked for; nothing where no number with some room is. */
  get tolerance(): number | undefined {
    return readTolerance(this.task.goal.condition)?.tolerance;
  }

  set tolerance(tolerance: number | undefined) {
    const asked = readTolerance(this.task.goal.condition);
    if (asked && tolerance !== undefined && tolerance >= 0)
      this.#ask(this.task.goal.name, conditionOf(asked.value, tolerance));
  }

  /** Asks for an output to come to something, in words of the teacher's where there are any. */
  #ask(name: string, condition: string): void {
    const { goal, question } = this.task;
    const isOurs = question.trim() === '' || question === questionFor(this.definition, goal);
    this.task.goal = { name, condition };
    if (isOurs) this.task.question = questionFor(this.definition, this.task.goal);
  }

  /** The outputs, and the parameters that are no outputs, by name. */
  #seen(): Record<string, number | string> {
    const { outputs, parameters } = this.definition;
    const { values, model } = this.session;
    const known = [
      ...Object.keys(parameters).map((name) => ({ name, of: 'parameter' }) as const),
      ...Object.keys(outputs).map((name) => ({ name, of: 'output' }) as const),
    ];
    return Object.fromEntries(
      known.map((goal) => [goal.name, valueOf(this.definition, goal, values, model)] as const),
    );
  }

  #with(wanted: Access): string[] {
    return Object.keys(this.definition.parameters).filter((name) => this.access[name] === wanted);
  }

  get embed(): Embed {
    const without = Object.keys(this.definition.parameters).filter((name) =>
      ['hidden', 'figure'].includes(this.access[name] ?? 'free'),
    );
    return {
      widget: this.definition.id,
      // A task says by itself where it starts.
      query: this.taskText === '' ? this.session.fullQuery : '',
      hidden: [...without, ...this.hiddenParts],
      free: this.#with('figure'),
      locked: this.#with('locked'),
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
