import { untrack } from 'svelte';
import type { Definition, Measurements, Modeller } from './define';
import type { Parameters, Values } from './parameters';
import { agree, decode, encode, type Notice } from './query';

/** What of a widget the reader does not get. Names of parameters, and of parts of the frame for `hidden`. */
export interface Access {
  /** Parameters that the reader sees and cannot change. */
  locked?: readonly string[];
  /** Parameters without a control, and parts of the frame that are left out. */
  hidden?: readonly string[];
}

/** What undo goes back to. */
interface Moment<P extends Parameters> {
  values: Values<P>;
  brought: unknown;
}

/**
 * One living widget: its values, the model made from them, and its history.
 * Every host and every copy on a page has a session of its own.
 */
export class Session<P extends Parameters = Parameters, M = unknown> {
  readonly definition: Definition<P, M>;
  readonly locked: readonly string[];
  readonly hidden: readonly string[];
  /** What was wrong with the last query, for the reader. */
  notices = $state.raw<readonly Notice[]>([]);

  #initial: Values<P>;
  #values = $state.raw() as Values<P>;
  #brought = $state.raw<unknown>();
  #past = $state.raw<readonly Moment<P>[]>([]);
  /** How it was before the gesture under way; `null` between gestures. */
  #before = $state.raw<Moment<P> | null>(null);
  #modeller: Modeller<P, M>;
  #measured = $state.raw<Measurements | null>(null);
  #pureModel = $derived.by(() => this.#modeller.model(this.#values, this.#brought));
  #model = $derived.by(() => {
    const measured = this.#measured;
    return measured && this.definition.observe
      ? this.definition.observe(this.#pureModel, measured)
      : this.#pureModel;
  });
  #restored = $state(0);

  /** @param query the state to start from and to return to on reset, such as `m=1.2&y=1`. */
  constructor(definition: Definition<P, M>, query = '', { locked = [], hidden = [] }: Access = {}) {
    this.definition = definition;
    this.locked = locked;
    this.hidden = hidden;
    this.#modeller = definition.createModel?.() ?? definition;
    const { values, notices } = decode(definition.parameters, query);
    this.#initial = values;
    this.#values = values;
    this.notices = notices;
  }

  get values(): Readonly<Values<P>> {
    return this.#values;
  }

  get model(): M {
    return this.#model;
  }

  /** What the reader has brought, if anything. */
  get brought(): unknown {
    return this.#brought;
  }

  /**
   * Gives the model something that no address carries, such as a network that was trained in the page; `undefined` takes
   * it away. Undo and reset take it back.
   */
  bring(brought: unknown): void {
    this.#before = untrack(() => this.#before) ?? this.#moment;
    this.#brought = brought;
    this.commit();
  }

  /**
   * Changes some values as the reader wishes, each brought into its range; locked ones stay as they are. A gesture is
   * many changes and one `commit`, so that it is undone as one; `commit: false` leaves the gesture open.
   */
  set(change: Partial<Values<P>>, { commit = true } = {}): void {
    const allowed = Object.entries(change).filter(([name]) => !this.locked.includes(name));
    if (allowed.length > 0 || Object.keys(change).length === 0) {
      this.#revise(Object.fromEntries(allowed) as Partial<Values<P>>);
    }
    if (commit) this.commit();
  }

  /** Whether the reader may change all of these: a control or a button for them is left out otherwise. */
  isFree(...names: string[]): boolean {
    return names.every((name) => !this.locked.includes(name) && !this.hidden.includes(name));
  }

  #revise(change: Partial<Values<P>>): void {
    const present = untrack(() => this.#values);
    const revised =
      this.definition.revise?.(
        change,
        present,
        untrack(() => this.#model),
      ) ?? change;
    this.#apply(revised);
  }

  #apply(change: Partial<Values<P>>): void {
    const present = untrack(() => this.#values);
    this.#before = untrack(() => this.#before) ?? this.#moment;
    const clamped = Object.entries(change).map(([name, value]) => {
      const clamp = this.definition.parameters[name]?.clamp as (value: unknown) => unknown;
      return [name, clamp(value)];
    });
    this.#values = { ...present, ...Object.fromEntries(clamped) };
  }

  /**
   * Takes what the widget's view has measured, in the place of all it took before; `null` when that no longer holds.
   * @throws RangeError naming what is no finite number
   */
  report(measured: Measurements | null): void {
    for (const [name, value] of Object.entries(measured ?? {})) {
      if (!Number.isFinite(value)) throw new RangeError(`${name} is ${value}; a finite number is needed`);
    }
    this.#measured = measured;
  }

  /** Ends a gesture: from here, undo returns to the state before it. */
  commit(): void {
    const before = this.#before;
    this.#before = null;
    if (!before) return;
    const same = agree(this.definition.parameters, before.values, this.#values);
    if (!same || before.brought !== this.#brought) this.#past = [...this.#past, before];
  }

  get #moment(): Moment<P> {
    return untrack(() => ({ values: this.#values, brought: this.#brought }));
  }

  /** Whether no gesture is under way. */
  get isResting(): boolean {
    return this.#before === null;
  }

  /** Sets the fields of a query over the present values, locked or not; says what it could not read in `notices`. */
  setQuery(query: string): void {
    const { values, notices } = decode(this.definition.parameters, query, this.#values);
    this.notices = notices;
    this.#revise(values);
    this.commit();
  }

  get canUndo(): boolean {
    return this.#past.length > 0 || this.#before !== null;
  }

  /** How often undo or reset brought an earlier state back: what runs by itself stops then. */
  get restored(): number {
    return this.#restored;
  }

  /** Back to the state before the last gesture, or before the one under way. */
  undo(): void {
    this.commit();
    this.#restored++;
    const last = this.#past.at(-1);
    if (!last) return;
    this.#values = last.values;
    this.#brought = last.brought;
    this.#past = this.#past.slice(0, -1);
  }

  get isInitial(): boolean {
    return this.#brought === undefined && agree(this.definition.parameters, this.#values, this.#initial);
  }

  /** Back to the state that the author chose. Can be undone. */
  reset(): void {
    this.notices = [];
    this.#restored++;
    this.#apply(this.#initial);
    this.#brought = undefined;
    this.commit();
  }

  /** The state as a query without the values that are the definition's defaults. */
  get fullQuery(): string {
    return encode(this.definition.parameters, this.#values);
  }

  /** The state as a query that, set over the author's state, gives the present one. */
  get query(): string {
    return encode(this.definition.parameters, this.#values, this.#initial);
  }

  get summary(): string {
    return this.definition.summary(this.#values, this.#model);
  }

  /** The present value of a declared output. */
  output(name: string): number | string {
    const output = Object.hasOwn(this.definition.outputs, name) ? this.definition.outputs[name] : undefined;
    if (!output) throw new RangeError(`no output “${name}” in widget “${this.definition.id}”`);
    return output.value(this.#model);
  }
}
