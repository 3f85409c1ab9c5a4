import { untrack } from 'svelte';
import { lockedBy, type Access } from './access';
import type { Definition, Measurements, Modeller } from './define';
import { History } from './history.svelte';
import type { Parameters, Values } from './parameters';
import { statesEqual, decode, encode, type Notice } from './query';
import { ShownValues } from './shown-values.svelte';

/** What undo goes back to. */
interface Moment<P extends Parameters> {
  values: Values<P>;
  attached: unknown;
}

/**
 * One living widget: its values, the model made from them, and its history.
 * Every host and every copy on a page has a session of its own.
 */
export class Session<P extends Parameters = Parameters, M = unknown> {
  readonly definition: Definition<P, M>;
  /** What the reader cannot change, seen or not. */
  readonly locked: readonly string[];
  readonly hidden: readonly string[];
  /** What was wrong with the last query, for the reader. */
  notices = $state.raw<readonly Notice[]>([]);
  /** What a compact figure shows; `null` shows every control and every part. */
  compact = $state.raw<readonly string[] | null>(null);
  /** Reads a file of the site, by its address below it, where a host brings the widget's files along. */
  readFile: ((path: string) => Promise<Uint8Array<ArrayBuffer>>) | undefined;
  /** Whether the reader has asked a compact figure for all that it leaves out. */
  expanded = $state(false);

  #initial: Values<P>;
  #values = $state.raw() as Values<P>;
  #shown: ShownValues<P>;
  #attached = $state.raw<unknown>();
  #history = new History<Moment<P>>();
  #modeller: Modeller<P, M>;
  #measured = $state.raw<Measurements | null>(null);
  #pureModel = $derived.by(() => this.#modeller.model(this.values, this.#attached));
  #model = $derived.by(() => {
    const measured = this.#measured;
    return measured && this.definition.observe
      ? this.definition.observe(this.#pureModel, measured)
      : this.#pureModel;
  });
  #restored = $state(0);
  #begun = $state(0);

  /** @param query the state to start from and to return to on reset, such as `m=1.2&y=1`. */
  constructor(definition: Definition<P, M>, query = '', access: Access = {}) {
    this.definition = definition;
    this.locked = lockedBy(definition.parameters, access);
    this.hidden = access.hidden ?? [];
    this.compact = access.compact ?? null;
    this.#shown = new ShownValues(definition.parameters);
    this.#modeller = definition.createModel?.() ?? definition;
    const { values, notices } = decode(definition.parameters, query);
    this.#initial = values;
    this.#values = values;
    this.notices = notices;
  }

  /** What is shown: the state, or what lies on the way to it. */
  get values(): Readonly<Values<P>> {
    return this.#shown.on(this.#values);
  }

  /** The state itself, whatever is shown on the way to it: what a hand or a key goes on from. */
  get state(): Readonly<Values<P>> {
    return this.#values;
  }

  /** Ends the motion, if any: the state itself is shown. */
  arrive(): void {
    this.#shown.arrive();
  }

  /**
   * Has what `change` does to the state shown as a motion from what is shown now; at once where motion is not wanted. The
   * state itself, and with it every address, is the new one immediately. Any other change ends the motion.
   */
  glide(change: () => void): void {
    const [from, before] = untrack(() => [this.values, this.#values]);
    change();
    if (this.#values !== before) this.#shown.glide(from, this.#values);
  }

  get model(): M {
    return this.#model;
  }

  /** What the reader has attached, if anything. */
  get attached(): unknown {
    return this.#attached;
  }

  /**
   * Gives the model something that no address carries, such as a network that was trained in the page; `undefined` takes
   * it away. Undo and reset take it back.
   */
  attach(attached: unknown): void {
    this.#history.begin(this.#moment);
    this.#attached = attached;
    this.commit();
  }

  /**
   * Changes some values as the reader wishes, each brought into its range; locked ones stay as they are. A gesture is
   * many changes and one `commit`, so that it is undone as one; `commit: false` leaves the gesture open.
   */
  set(change: Partial<Values<P>>, { commit = true } = {}): void {
    const allowed = Object.entries(change).filter(([name]) => !this.locked.includes(name));
    if (allowed.length > 0 || Object.keys(change).length === 0) {
      this.#normalizeChange(Object.fromEntries(allowed) as Partial<Values<P>>);
    }
    if (commit) this.commit();
  }

  /** Whether the reader may change all of these: a control or a button for them is left out otherwise. */
  isFree(...names: string[]): boolean {
    return names.every((name) => !this.locked.includes(name) && !this.hidden.includes(name));
  }

  /** Whether a control or a part of the view is shown at present: a compact figure leaves most of them out. */
  shows(name: string): boolean {
    return this.compact === null || this.expanded || this.compact.includes(name);
  }

  #normalizeChange(change: Partial<Values<P>>): void {
    this.#shown.arrive();
    const present = untrack(() => this.#values);
    const normalized =
      this.definition.normalizeChange?.(
        change,
        present,
        untrack(() => this.#model),
      ) ?? change;
    this.#apply(normalized);
  }

  #apply(change: Partial<Values<P>>): void {
    const present = untrack(() => this.#values);
    this.#shown.arrive();
    this.#history.begin(this.#moment);
    const clamped = Object.entries(change).map(([name, value]) => {
      const clamp = this.definition.parameters[name]?.clamp as (value: unknown) => unknown;
      return [name, clamp(value)];
    });
    this.#values = { ...present, ...Object.fromEntries(clamped) };
  }

  /**
   * Takes what the widget's view has measured, instead of all it took before; `null` when that no longer holds.
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
    this.#history.end(
      ({ values, attached }) =>
        attached === this.#attached && statesEqual(this.definition.parameters, values, this.#values),
    );
  }

  /** Gives up the gesture under way, if any, and what `end` does to end it: all is as before, with nothing to undo. */
  giveUp(end: () => void): void {
    const present = this.#moment;
    this.#return(this.#history.giveUp(end) ?? present);
  }

  #return({ values, attached }: Moment<P>): void {
    this.#shown.arrive();
    this.#values = values;
    this.#attached = attached;
  }

  get #moment(): Moment<P> {
    return untrack(() => ({ values: this.#values, attached: this.#attached }));
  }

  /** Whether the figure is at rest: no gesture is under way, and it does not glide. */
  get isIdle(): boolean {
    return !this.#history.hasGesture && !this.isGliding;
  }

  /** Whether what is shown lies on the way to the state: nothing to be remembered or counted. */
  get isGliding(): boolean {
    return this.#shown.isMoving;
  }

  /** Sets the fields of a query over the present values, locked or not; says what it could not read in `notices`. */
  setQuery(query: string): void {
    const { values, notices } = decode(this.definition.parameters, query, this.#values);
    this.notices = notices;
    this.#normalizeChange(values);
    this.commit();
  }

  /** Whether the fields of a query are as the query would set them. */
  isAt(query: string): boolean {
    const { parameters } = this.definition;
    return statesEqual(parameters, decode(parameters, query, this.#values).values, this.#values);
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  /** How often undo, reset or another section has put a whole state in place: what runs by itself stops then. */
  get restored(): number {
    return this.#restored;
  }

  /** Back to the state before the last gesture, or before the one under way. */
  undo(): void {
    this.commit();
    this.#restored++;
    const last = this.#history.takeLast();
    if (last) this.#return(last);
  }

  get isInitial(): boolean {
    return (
      this.#attached === undefined && statesEqual(this.definition.parameters, this.#values, this.#initial)
    );
  }

  /** Back to the state that the author chose. Can be undone. */
  reset(): void {
    this.notices = [];
    this.#restored++;
    this.#apply(this.#initial);
    this.#attached = undefined;
    this.commit();
  }

  /**
   * Begins again from another state of the author's, as when the text comes to a section that shows the figure in a state
   * of its own: undo and reset go back to that state and no further.
   * @param initial the author's state, as a query
   * @param present what the reader has made of it, as a query set over it
   */
  startFrom(initial: string, present = ''): void {
    const { parameters } = this.definition;
    this.#initial = decode(parameters, initial).values;
    this.setQuery(encode(parameters, decode(parameters, present, this.#initial).values, this.#values));
    this.#history.clear();
    this.#restored++;
    this.#begun++;
  }

  /** How often it has begun again from another state of the author's, as at another section of the text. */
  get begun(): number {
    return this.#begun;
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
