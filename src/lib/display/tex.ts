/**
 * Reads the small part of TeX in which the losses declare their formulas, so that a figure can show whichever formula
 * the reader chooses as MathML, which browsers draw by themselves. (Formulas of the text are rendered at build time.)
 */

/** A formula, or a part of one. */
export type Tex =
  | { kind: 'row'; items: Tex[] }
  | { kind: 'identifier'; text: string }
  | { kind: 'function'; text: string }
  | { kind: 'number'; text: string }
  /** A fence or an operator; `tall` for one that is larger than its neighbours, `sign` for a minus with nothing before it. */
  | { kind: 'operator'; text: string; tall: boolean; sign: boolean }
  | { kind: 'fraction'; over: Tex; under: Tex; small: boolean }
  | { kind: 'script'; base: Tex; sub: Tex | null; sup: Tex | null }
  | { kind: 'hat'; base: Tex }
  /** A width in em. */
  | { kind: 'space'; width: number };

const LETTERS: Record<string, string> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  theta: 'θ',
  kappa: 'κ',
  eta: 'η',
  lambda: 'λ',
  pi: 'π',
  sigma: 'σ',
  tau: 'τ',
  psi: 'ψ',
};
const OPERATORS: Record<string, string> = {
  cdot: '⋅',
  ge: '≥',
  gt: '>',
  in: '∈',
  lVert: '‖',
  le: '≤',
  lt: '<',
  ne: '≠',
  neq: '≠',
  rVert: '‖',
  sum: '∑',
};
const FUNCTIONS = ['cos', 'log', 'max', 'sin'];
const SPACES: Record<string, number> = { ',': 0.17, ' ': 0.25, quad: 1 };
const TALL = ['Bigl', 'Bigr', 'bigl', 'bigr'];

const operator = (text: string, { tall = false, sign = false } = {}): Tex => ({
  kind: 'operator',
  text,
  tall,
  sign,
});
/** After these, or after nothing, a minus is a sign and not a difference. */
const OPENING = /^[([,=]?$/;
const alone = (items: Tex[]): Tex =>
  items.length === 1 && items[0] !== undefined ? items[0] : { kind: 'row', items };

class Reader {
  #tokens: string[];
  #at = 0;

  constructor(tex: string) {
    this.#tokens =
      tex.match(/\\[A-Za-z]+ ?|\\.|\d+\.\d+|\S/g)?.map((token) => token.replace(/(?<=\w) $/, '')) ?? [];
  }

  get next(): string | undefined {
    return this.#tokens[this.#at];
  }

  take(): string {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw new Error('the formula ends too early');
    return token;
  }

  /** What stands up to a closing brace, or to the end. */
  row(): Tex {
    const items: Tex[] = [];
    while (this.next !== undefined && this.next !== '}') {
      const item = this.#scripted();
      if (item) items.push(item);
      // A name such as “log” keeps a little distance from its argument, unless that begins with a fence.
      if (item?.kind === 'function' && this.next !== undefined && !/^(\(|\\[Bb]igl)/.test(this.next))
        items.push({ kind: 'space', width: 0.17 });
    }
    return alone(items);
  }

  #argument(): Tex {
    if (this.next !== '{') return this.#atom() ?? { kind: 'row', items: [] };
    this.take();
    const row = this.row();
    this.take();
    return row;
  }

  #scripted(): Tex | null {
    const base = this.next === '{' ? this.#argument() : this.#atom();
    if (!base) return null;
    const scripts: Record<string, Tex | null> = { _: null, '^': null };
    while (this.next === '_' || this.next === '^') scripts[this.take()] = this.#argument();
    const { _: sub = null, '^': sup = null } = scripts;
    return sub || sup ? { kind: 'script', base, sub, sup } : base;
  }

  /** One thing; nothing for a command that only changes the style. */
  #atom(): Tex | null {
    const before = this.#tokens[this.#at - 1] ?? '';
    const token = this.take();
    if (!token.startsWith('\\')) {
      if (/\d/.test(token)) return { kind: 'number', text: token };
      if (/[A-Za-z]/.test(token)) return { kind: 'identifier', text: token };
      return token === '-'
        ? operator('−', { sign: OPENING.test(before) || before === '{' })
        : operator(token);
    }
    const name = token.slice(1);
    const letter = LETTERS[name];
    if (letter !== undefined) return { kind: 'identifier', text: letter };
    const sign = OPERATORS[name];
    if (sign !== undefined) return operator(sign);
    const width = SPACES[name];
    if (width !== undefined) return { kind: 'space', width };
    if (FUNCTIONS.includes(name)) return { kind: 'function', text: name };
    if (TALL.includes(name)) return operator(this.take(), { tall: true });
    if (name === 'frac' || name === 'tfrac')
      return { kind: 'fraction', over: this.#argument(), under: this.#argument(), small: name === 'tfrac' };
    if (name === 'hat') return { kind: 'hat', base: this.#argument() };
    if (name === 'mathcal') return this.#argument();
    if (name === 'textstyle') return null;
    throw new Error(`\\${name} is not among the commands that a figure can show`);
  }
}

/** @throws an `Error` that names the command it does not know */
export function readTex(tex: string): Tex {
  return new Reader(tex).row();
}
