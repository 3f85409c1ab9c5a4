import type { Parameters, Role, Values } from './parameters';

/** A quantity that a widget declares for prose, exercises and hosts to read. */
export interface Output<M> {
  label: string;
  symbol?: string;
  role?: Role;
  unit?: string;
  /** Decimals shown. */
  digits?: number;
  value(model: M): number | string;
}

/**
 * Numbers that a session has measured, by name: what no model can know before it has happened, such as the accuracy of a
 * network that was trained in the reader's browser. All of them are finite.
 */
export type Measurements = Readonly<Record<string, number>>;

/** Turns values into everything that is shown. */
export interface Modeller<P extends Parameters, M> {
  /**
   * Pure: the same values, with the same thing attached by the reader, give the same model.
   * @param attached what no address carries, such as a network that was trained in the page; see `Session.attach`
   */
  model(values: Values<P>, attached?: unknown): M;
}

/** A widget in little room: its picture is always there, the rest as far as it is named. */
export interface Compact {
  /** The parameters that have a control, the main one first. */
  controls: readonly string[];
  /** Parts of the view that are shown. */
  parts: readonly string[];
  /** Parts that a page may name besides. */
  more?: readonly string[];
}

/** What widgets are about, in the order in which lists of them go through it. */
export const TOPICS = [
  'One pair',
  'Triplets, batches, families',
  'Angular margins',
  'Networks at work',
] as const;

export type Topic = (typeof TOPICS)[number];

/**
 * A widget, declared once: its parameters, the pure model that turns them into everything shown, the outputs
 * that others may read, and a summary for those who do not see the picture.
 */
export interface Definition<P extends Parameters = Parameters, M = unknown> extends Modeller<P, M> {
  id: string;
  /** What somebody looks for who wants it: “Triplet loss”. */
  name: string;
  topic: Topic;
  /** An instruction to the reader: “Drag either point”. */
  title: string;
  /** One sentence on what the widget shows. */
  about: string;
  parameters: P;
  /** What a figure beside the text shows of the widget, unless its page says otherwise. */
  compact?: Compact;
  /** Files of the site that the widget loads while it runs, as addresses below it: a package brings them along. */
  files?: readonly string[];
  /** A model for one session, which may remember its last answer to find the next one sooner. */
  createModel?(): Modeller<P, M>;
  /**
   * Lays what a session has measured over the model of its values, for a widget that measures. It is pure, as `model` is,
   * and `model` is complete without it: its numbers are those of a recorded run, or say in words that there was none.
   * Prose, tests and a page without scripts see those. Measurements are no part of the state and of no address.
   */
  observe?(model: M, measured: Measurements): M;
  /** The change that a reader's change of some values amounts to, where one value brings others with it. */
  normalizeChange?(change: Partial<Values<P>>, values: Values<P>, model: M): Partial<Values<P>>;
  outputs: Record<string, Output<M>>;
  /** The present state in one or two spoken sentences. */
  summary(values: Values<P>, model: M): string;
}

/** Checks the declaration's types; returns it as it is. */
export function defineWidget<const P extends Parameters, M>(definition: Definition<P, M>): Definition<P, M> {
  return definition;
}
