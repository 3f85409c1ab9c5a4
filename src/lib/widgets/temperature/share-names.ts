import type { Point } from '../../geometry/frame';
import type { TemperatureModel } from './model';

export interface ShareName {
  text: string;
  role: 'pull' | 'push';
  at: Point;
  anchor: 'start' | 'end';
}

const SUBSCRIPTS = ['₁', '₂', '₃', '₄', '₅'];
/** How wide and how high a name is, and how far it stands from its line and from the curve: in units of the chart. */
const [WIDE, LINE, BESIDE] = [22, 18, 4];

/**
 * Where the names stand in the chart of shares: right of their lines, where the curve has fallen, or left of them where there
 * is no room at the right, and above the curve in any case. Where both sides are taken, one name stands above the other.
 * @param degree how wide a degree is, in units of the chart
 * @param one how high a share of 1 is
 */
export function shareNames(
  { positive, negatives, curve }: TemperatureModel,
  degree: number,
  one: number,
): ShareName[] {
  const [wide, beside, line] = [WIDE / degree, BESIDE / degree, LINE / one];
  const top = 1 - 0.75 * line;
  const placed: { left: number; y: number }[] = [];

  const isFree = (left: number, y: number) =>
    placed.every((other) => Math.abs(other.left - left) >= wide || Math.abs(other.y - y) >= 0.95 * line);
  /** The heights of the curve over a name that begins at an angle. */
  const curveAbove = (left: number) =>
    curve.filter(([x]) => x > left - 2 && x < left + wide + 2).map(([, y]) => y);

  const sides = (angle: number) => ({
    start: { left: angle + beside, at: angle + beside },
    end: { left: angle - beside - wide, at: angle - beside },
  });

  function placePositive(angle: number): Pick<ShareName, 'at' | 'anchor'> {
    const { start, end } = sides(angle);
    const isClear = (left: number) =>
      left >= 0 && left + wide <= 180 && curveAbove(left).every((y) => y > 1.02 || y < 1 - line);
    const anchor = isClear(end.left) && !isClear(start.left) ? 'end' : 'start';
    const { left, at } = anchor === 'end' ? end : start;
    placed.push({ left, y: top });
    return { at: [at, top], anchor };
  }

  function placeNegative(angle: number): Pick<ShareName, 'at' | 'anchor'> {
    const { start, end } = sides(angle);
    const heightAt = (left: number) => Math.max(...curveAbove(left)) + 0.35 * line;
    const yEnd = heightAt(end.left);
    const fitsStart = start.left + wide <= 180;
    const takesEnd = !fitsStart || (!isFree(start.left, heightAt(start.left)) && yEnd <= top);
    const anchor = takesEnd && isFree(end.left, yEnd) ? 'end' : 'start';
    const { left, at } = anchor === 'end' ? end : start;
    let y = heightAt(left);
    while (!isFree(left, y)) y += line;
    placed.push({ left, y });
    return { at: [at, y], anchor };
  }

  return [
    { text: 'p', role: 'pull', ...placePositive(Math.abs(positive.angle)) },
    ...negatives.map(({ angle }, k): ShareName => {
      const place = placeNegative(Math.abs(angle));
      return { text: `n${SUBSCRIPTS[k]}`, role: 'push', ...place };
    }),
  ];
}
