/** Combining marks by the command that writes them. */
const ACCENTS: Record<string, string> = {
  '"': '\u0308',
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  v: '\u030c',
  u: '\u0306',
  H: '\u030b',
  r: '\u030a',
  k: '\u0328',
};

const LETTERS: Record<string, string> = {
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  aa: 'å',
};

/** LaTeX text of a bibliography as plain Unicode: accents, dashes, quotation marks, protecting braces. */
export function plain(latex: string): string {
  return latex
    .replace(/\\(["'`^~=.])\s*\{?(\\?[A-Za-z])\}?/g, (_, mark: string, letter: string) =>
      accent(mark, letter),
    )
    .replace(/\\([cvuHrk])(?:\s+|\{)([A-Za-z])\}?/g, (_, mark: string, letter: string) =>
      accent(mark, letter),
    )
    .replace(/\\(o|O|l|L|ss|ae|AE|aa)(?![A-Za-z])\s?/g, (_, name: string) => LETTERS[name] ?? name)
    .replace(/\\([&%$#_])/g, '$1')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/~/g, '\u00a0')
    .replace(/[{}]/g, '')
    .replace(/\s+/g, (space) => (space === '\u00a0' ? space : ' '))
    .trim();
}

function accent(mark: string, letter: string): string {
  return (letter.replace('\\', '') + (ACCENTS[mark] ?? '')).normalize('NFC');
}
