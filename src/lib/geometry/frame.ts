import { scaleLinear } from 'd3-scale';

export type Point = readonly [number, number];

/** The map between data coordinates and the pixels of a picture's view box. */
export interface Frame {
  x: Point;
  y: Point;
  width: number;
  height: number;
  toX(x: number): number;
  toY(y: number): number;
  /** Data coordinates of a place in the view box. */
  fromPixel(px: number, py: number): Point;
  xTicks: number[];
  yTicks: number[];
}

interface Insets {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * A picture of `width` by `height` whose data area lies inside the insets; y grows upwards.
 * @param rows about how many numbers the upright axis has
 */
export function frame(x: Point, y: Point, width: number, height: number, insets: Insets, rows = 5): Frame {
  const toX = scaleLinear(x, [insets.left, width - insets.right]);
  const toY = scaleLinear(y, [height - insets.bottom, insets.top]);
  return {
    x,
    y,
    width,
    height,
    toX,
    toY,
    fromPixel: (px, py) => [toX.invert(px), toY.invert(py)],
    xTicks: toX.ticks(6),
    yTicks: toY.ticks(rows),
  };
}

/** The height at which one unit of y is as long as one unit of x, so that a circle is a circle. */
export function equalHeight(x: Point, y: Point, width: number, insets: Insets): number {
  const unit = (width - insets.left - insets.right) / (x[1] - x[0]);
  return unit * (y[1] - y[0]) + insets.top + insets.bottom;
}
