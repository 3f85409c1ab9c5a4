/** A number as text that reads back as the same value, to at most `digits` decimals. */
export function formatNumber(value: number, digits = 6): string {
  return String(Number(value.toFixed(digits)));
}

/** A sentence whose lines do not end between a number and its percent sign. */
export const keepPercents = (text: string): string => text.replace(/ (?=%)/g, '\u00a0');

const LONGEST = 60;

/** A reader's text as a message quotes it: in full, or the beginning of what is too long to read. */
export function quoted(text: string): string {
  return `“${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}”`;
}

/** Number of single-character edits (insert, delete, replace) that turn `a` into `b`. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}

/** The candidate that is the fewest edits away from the text, of which the beginning counts. */
export function nearest(whole: string, candidates: readonly string[]): string {
  const text = whole.slice(0, LONGEST);
  const ranked = [...candidates].sort((a, b) => editDistance(text, a) - editDistance(text, b));
  return ranked[0] ?? '';
}
