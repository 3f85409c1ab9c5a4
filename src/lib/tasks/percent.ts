/** A share of the points as a reader sees it: `25 %`. */
export const percent = (share: number): string => `${Math.round(100 * share)}\u00a0%`;

/** Reads a share that is written as `25 %`; nothing where it is no percentage from 0 to 100. */
export function readPercent(text: string): number | undefined {
  const [, digits] = /^(\d+(?:\.\d+)?)\s*%$/.exec(text) ?? [];
  const share = Number(digits) / 100;
  return share <= 1 ? share : undefined;
}
