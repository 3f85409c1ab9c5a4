/** Outlines of the five class shapes around the origin, one pixel in radius: a class is told by shape as well as colour. */
const UNIT_SHAPES: readonly (readonly (readonly [number, number])[])[] = [
  Array.from({ length: 10 }, (_, i) => [Math.cos((i * Math.PI) / 5), Math.sin((i * Math.PI) / 5)] as const),
  [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  [
    [0, -1.2],
    [1.1, 0.8],
    [-1.1, 0.8],
  ],
  [
    [0, -1.25],
    [1.25, 0],
    [0, 1.25],
    [-1.25, 0],
  ],
  [
    [-0.35, -1.1],
    [0.35, -1.1],
    [0.35, -0.35],
    [1.1, -0.35],
    [1.1, 0.35],
    [0.35, 0.35],
    [0.35, 1.1],
    [-0.35, 1.1],
    [-0.35, 0.35],
    [-1.1, 0.35],
    [-1.1, -0.35],
    [-0.35, -0.35],
  ],
];

export const SHAPE_NAMES = ['circle', 'square', 'triangle', 'diamond', 'cross'] as const;

/** The outline of a class's shape at a place, as a piece of an SVG path. */
export function shapePath(label: number, px: number, py: number, radius: number): string {
  const shape = UNIT_SHAPES[label % UNIT_SHAPES.length] ?? [];
  const corners = shape.map(([x, y]) => `${(px + radius * x).toFixed(1)} ${(py + radius * y).toFixed(1)}`);
  return `M${corners.join('L')}Z`;
}
