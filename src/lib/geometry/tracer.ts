/** What outlines are traced with, in pixels: a path of an SVG or of a canvas. */
export interface Tracer {
  moveTo(x: number, y: number): unknown;
  lineTo(x: number, y: number): unknown;
  closePath(): unknown;
}
