/** A number to a fixed count of decimals, with a true minus sign and no negative zero; a dash for what is no number. */
export function fixed(value: number, digits: number): string {
  if (!Number.isFinite(value)) return '–';
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}
