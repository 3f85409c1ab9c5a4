/**
 * A bound on one column of what is measured.
 * @typedef {{ what: string, column: string, of?: RegExp, most?: number, least?: number }} Target
 * @typedef {Record<string, Record<string, number>>} Rows what was measured of each page or widget, by name
 */

const EMBED = /^\/embed\//;
const PAGE = /^\/(?!embed\/)/;
const LANDSCAPE = /, landscape$/;
const NO_LANDSCAPE = /^(?!.*, landscape$)/;

/** The figures to reach. `of` says which pages or widgets are meant; all, unless given. @type {Target[]} */
const TARGETS = [
  { what: 'a page at first view, kB gzip', column: 'kB', of: PAGE, most: 250 },
  { what: 'a page at first view, kB of JavaScript', column: 'script kB', of: PAGE, most: 90 },
  { what: 'a page at first view, requests', column: 'requests', of: PAGE, most: 25 },
  { what: 'an embed, kB of JavaScript', column: 'script kB', of: EMBED, most: 75 },
  { what: 'elements against a rule of axe', column: 'axe', most: 0 },
  { what: 'text without JavaScript, %', column: 'text', least: 97 },
  { what: 'formulas in MathML without JavaScript, %', column: 'formulas', least: 100 },
  { what: 'figures drawn without JavaScript, %', column: 'figures', least: 100 },
  { what: 'pair: work for a move, × floor', column: '× floor', of: /^pair$/, most: 2 },
  { what: 'any widget: work for a move, × floor', column: '× floor', of: NO_LANDSCAPE, most: 2.5 },
  { what: 'landscape drawn: work for a move, × floor', column: '× floor', of: LANDSCAPE, most: 4 },
  { what: 'frames a second, 6 times slower', column: 'frames/s', least: 55 },
  { what: 'landscape drawn: frames a second', column: 'frames/s, unslowed', least: 60 },
  { what: 'key to frame, p95, 4 times slower, ms', column: 'key, ms', most: 50 },
  { what: 'Lighthouse performance', column: 'performance', least: 98 },
  { what: 'Lighthouse accessibility', column: 'accessibility', least: 100 },
  { what: 'Lighthouse best practices', column: 'best-practices', least: 100 },
  { what: 'Lighthouse SEO', column: 'seo', least: 100 },
  { what: 'largest contentful paint, ms', column: 'LCP', most: 1800 },
  { what: 'total blocking time, ms', column: 'TBT', most: 15 },
  { what: 'cumulative layout shift', column: 'CLS', most: 0.01 },
];

/**
 * For each figure to reach that something was measured for, a line: what came farthest from it, and all that missed it.
 * @param {Rows[]} tables
 */
export function verdicts(tables) {
  return TARGETS.flatMap(({ what, column, of = /./, most, least }) => {
    const measured = tables
      .flatMap((rows) => Object.entries(rows))
      .flatMap(([where, { [column]: value }]) =>
        value === undefined || !of.test(where) ? [] : [{ where, value }],
      )
      .sort((a, b) => (most === undefined ? a.value - b.value : b.value - a.value));
    const [worst] = measured;
    if (!worst) return [];
    const missed = measured.filter(
      ({ value }) => !(most === undefined ? value >= (least ?? 0) : value <= most),
    );
    const bound = most === undefined ? `≥ ${least}` : `≤ ${most}`;
    const list = missed.map(({ where, value }) => `${where} ${value}`).join(', ');
    const result = missed.length === 0 ? `✓ all; ${worst.value} at ${worst.where}` : `✗ ${list}`;
    return [`${what.padEnd(45)} ${bound.padEnd(8)} ${result}`];
  });
}
