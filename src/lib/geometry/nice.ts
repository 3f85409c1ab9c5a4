import { nice } from 'd3-array';

/** A round number, at most twice as large, that is not below `value` nor below `least`: where an axis from zero may end. */
export const niceEnd = (value: number, least: number): number => nice(0, Math.max(value, least), 1)[1];
