interface Notation {
  /** What it stands for, in TeX that every system reads; nothing for a colour around an argument. */
  tex: string;
  /** The class of its colour. */
  colour?: string;
  /** Whether it takes an argument. */
  wraps?: true;
}

/** The commands of the project's notation in formulas, by name. */
export const NOTATION: Record<string, Notation> = {
  D: { tex: 'D', colour: 'cl-distance' },
  ang: { tex: '\\theta', colour: 'cl-distance' },
  m: { tex: 'm', colour: 'cl-margin' },
  pull: { tex: '', colour: 'cl-pull', wraps: true },
  push: { tex: '', colour: 'cl-push', wraps: true },
  xa: { tex: 'x_1' },
  xb: { tex: 'x_2' },
  y: { tex: 'y' },
};

/** A formula in TeX that runs elsewhere: without the commands that only this project has. */
export function expandNotation(formula: string): string {
  return formula.replace(
    /\\([A-Za-z]+)( ?)(?=(.?))/gs,
    (whole, name: string, space: string, next: string) => {
      const own = Object.hasOwn(NOTATION, name) ? NOTATION[name] : undefined;
      if (!own) return whole;
      // What follows must not become a part of it: \theta and x, or x_1 and 2.
      const isApart = /\w/.test(next) && !own.wraps;
      return own.tex + (isApart || (space !== '' && !own.wraps) ? ' ' : '');
    },
  );
}
