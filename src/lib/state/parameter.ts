/** The colour that a quantity wears wherever it appears; see the theme's `--cl-*` tokens. */
export type Role = 'ink' | 'distance' | 'margin' | 'pull' | 'push';

export interface Described {
  /** What the control is called, in the reader's words. */
  label: string;
  /** The symbol of the formula, in plain Unicode: `m`, `x₁`. */
  symbol?: string;
  role?: Role;
}

/** A value that text can carry: how it is read, written and described. */
export interface Parameter<T> extends Described {
  kind: 'number' | 'choice' | 'toggle' | 'point' | 'cloud' | 'drawings';
  default: T;
  /** What a reader may write, in words: "a number from 0.1 to 3". */
  allowed: string;
  /** Reads a value; throws an `Error` whose message says what is allowed. */
  parse(text: string): T;
  format(value: T): string;
  /** The nearest allowed value of a value that has the right type. */
  clamp(value: T): T;
}
