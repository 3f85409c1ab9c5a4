import { getContext, setContext } from 'svelte';
import type { Frame, Point } from '../geometry/frame';
import type { Axis } from '../geometry/movable';

/** What a draggable thing tells the picture that it lies in. */
export interface Handle {
  readonly at: Point;
  readonly axis: Axis;
  readonly element: Element | null;
  /** Whether it takes, on its own area, the presses that no other handle takes. */
  readonly ground?: boolean;
  /** Told when a press takes hold of it. */
  press?(): void;
  move(next: Point, commit: boolean): void;
}

export interface Picture {
  readonly frame: Frame;
  /** The value of a mark's `clip-path` that keeps it inside the axes. Handles are not clipped. */
  readonly clip: string;
  /** Joins a handle to the picture; returns how to leave. */
  join(handle: Handle): () => void;
}

const KEY = Symbol('picture');

export const providePicture = (picture: Picture): Picture => setContext(KEY, picture);

/** The picture around a mark. */
export function usePicture(): Picture {
  const picture = getContext<Picture | undefined>(KEY);
  if (!picture) throw new Error('a mark is drawn inside a Plane or a Chart');
  return picture;
}
