import { ticks } from 'd3-array';

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

/** A picture of `width` by `height` whose data area lies inside the insets; y grows upwards. */
export function frame(x: Point, y: Point, width: number, height: number, insets: Insets): Frame {
  const xUnit = (width - insets.left - insets.right) / (x[1] - x[0]);
  const yUnit = (height - insets.top - insets.bottom) / (y[1] - y[0]);
  return {
    x,
    y,
    width,
    height,
    toX: (value) => insets.left + xUnit * (value - x[0]),
    toY: (value) => insets.top + yUnit * (y[1] - value),
    fromPixel: (px, py) => [x[0] + (px - insets.left) / xUnit, y[1] - (py - insets.top) / yUnit],
    xTicks: ticks(x[0], x[1], 6),
    yTicks: ticks(y[0], y[1], 5),
  };
}

/** The height at which one unit of y is as long as one unit of x, so that a circle is a circle. */
export function equalHeight(x: Point, y: Point, width: number, insets: Insets): number {
  const unit = (width - insets.left - insets.right) / (x[1] - x[0]);
  return unit * (y[1] - y[0]) + insets.top + insets.bottom;
}
