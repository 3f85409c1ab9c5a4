const VULGAR: Record<string, string> = {
  '½': '1/2',
  '⅓': '1/3',
  '⅔': '2/3',
  '¼': '1/4',
  '¾': '3/4',
  '⅕': '1/5',
  '⅖': '2/5',
  '⅗': '3/5',
  '⅘': '4/5',
  '⅙': '1/6',
  '⅚': '5/6',
  '⅛': '1/8',
  '⅜': '3/8',
  '⅝': '5/8',
  '⅞': '7/8',
};

const DECIMAL = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
const FRACTION = /^([-+]?)(?:(\d+) )?(\d+)\/(\d+)$/;
/** A comma before three digits may stand in front of decimals or of thousands. */
const AMBIGUOUS = /^[-+]?[1-9]\d{0,2},\d{3}$/;
const THOUSANDS = /^[-+]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+|(?<=,.*,.*))$/;

/** The text with plain signs: `−1½` as `-1 1/2`. */
const plain = (text: string) =>
  text
    .trim()
    .replace(/[−–]/g, '-')
    .replace(/\s*\/\s*|⁄/g, '/')
    .replace(/ ?([½⅓⅔¼¾⅕-⅚⅛-⅞])/g, (_, sign: string) => ` ${VULGAR[sign] ?? ''}`)
    .replace(/^([-+]?)\s+/, '$1');

/**
 * A number as a reader types it: `0.66`, `+0.66`, `.5`, `1,5`, `−2`, `1e-3`, `1/2`, `½`, `1 ½`, `44,850.5`.
 * `undefined` for anything else, also for `1,250`, of which nobody can tell whether it is 1.25 or 1250.
 */
export function readNumber(text: string): number | undefined {
  const written = plain(text);
  if (AMBIGUOUS.test(written)) return undefined;
  const [, sign, whole = '0', over, under] = FRACTION.exec(written) ?? [];
  if (over !== undefined) {
    const size = Number(whole) + Number(over) / Number(under);
    return finite(sign === '-' ? -size : size);
  }
  const decimal = THOUSANDS.test(written) ? written.replaceAll(',', '') : written.replace(',', '.');
  return DECIMAL.test(decimal) ? finite(Number(decimal)) : undefined;
}

const finite = (value: number) => (Number.isFinite(value) ? value : undefined);

/** Why a text is not a number, as a sentence for the reader who typed it. */
export function whyNoNumber(text: string): string {
  const written = text.trim();
  if (written === '') return 'A number is expected, such as 0.25 or 1/4.';
  if (AMBIGUOUS.test(plain(text))) {
    const [decimal, thousands] = [written.replace(',', '.'), written.replace(',', '')];
    return `“${written}” may be ${decimal} or ${thousands}: write it without the comma.`;
  }
  return `A number is expected, such as 0.25 or 1/4, not “${written.slice(0, 60)}”.`;
}
