import { format } from 'd3-format';
import type { Point } from './frame';

const coordinate = format('.2f');

/** A point in words, with a real minus sign: “0.40, −0.30”. */
export const formatPoint = ([x, y]: Point): string => `${coordinate(x)}, ${coordinate(y)}`;
