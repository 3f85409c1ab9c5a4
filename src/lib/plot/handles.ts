import { quadtree } from 'd3-quadtree';
import type { Frame, Point } from '../geometry/frame';

/** What can be taken hold of in a picture. */
export interface Handle {
  /** Where it is, in data coordinates. */
  readonly at: Point;
  /** What takes the keys. */
  readonly element: Element | null;
  /** Told when a hand takes hold of it. */
  press?(): void;
  /** Takes it as near to a place as it can go, by whatever hand. */
  move(to: Point, commit: boolean): void;
}

/** The handles of one mark of a picture, be it one or thousands. */
export interface HandleGroup {
  /** Those within reach of a place, in pixels of the picture. */
  near(place: Point, reach: number): readonly Handle[];
  /** Takes, on its own area, the presses that no handle takes. */
  readonly ground?: Handle;
}

/** The pixels of a place given in data coordinates. */
export const toPixel = ({ toX, toY }: Frame, [x, y]: Point): Point => [toX(x), toY(y)];

const distance = ([ax, ay]: Point, [bx, by]: Point) => Math.hypot(ax - bx, ay - by);

/** A group of one handle. */
export const oneHandle = (handle: Handle, picture: { readonly frame: Frame }): HandleGroup => ({
  near: (place, reach) => (distance(toPixel(picture.frame, handle.at), place) <= reach ? [handle] : []),
});

/** A group of many handles, each made when a hand first comes near it. */
export function manyHandles(
  handleOf: (i: number) => Handle,
  near: (place: Point, reach: number) => readonly number[],
): HandleGroup {
  const handles: Handle[] = [];
  return { near: (place, reach) => near(place, reach).map((i) => (handles[i] ??= handleOf(i))) };
}

/**
 * Which of many points are within reach of a place, all in pixels.
 * @param points x₁, y₁, x₂, y₂, … in data coordinates
 */
export function pointsNear(
  points: ArrayLike<number>,
  { toX, toY }: Frame,
): (place: Point, reach: number) => number[] {
  const x = (i: number) => toX(points[2 * i] as number);
  const y = (i: number) => toY(points[2 * i + 1] as number);
  const tree = quadtree<number>(
    Array.from({ length: points.length / 2 }, (_, i) => i),
    x,
    y,
  );

  return ([px, py], reach) => {
    const found: number[] = [];
    tree.visit((node, left, top, right, bottom) => {
      if (node.length === undefined) {
        for (let leaf: typeof node | undefined = node; leaf; leaf = leaf.next) {
          if (distance([x(leaf.data), y(leaf.data)], [px, py]) <= reach) found.push(leaf.data);
        }
      }
      return left > px + reach || right < px - reach || top > py + reach || bottom < py - reach;
    });
    return found.sort((a, b) => a - b);
  };
}

/** Pixels by which handles may be apart and still lie on each other. */
const TIE = 3;

/**
 * Which of some handles a press takes: the nearest. Where several lie on each other, a repeated press takes the next of
 * them.
 * @param last the handle that was taken last
 */
export function pick<H>(
  press: Point,
  handles: readonly H[],
  placeOf: (handle: H) => Point,
  last: H | null,
): H | null {
  const distances = handles.map((handle) => distance(placeOf(handle), press));
  const nearest = Math.min(...distances);
  const tied = handles.filter((_, i) => (distances[i] as number) <= nearest + TIE);
  const after = last === null ? -1 : tied.indexOf(last);
  return tied[(after + 1) % tied.length] ?? null;
}
