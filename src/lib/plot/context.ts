import { getContext, setContext } from 'svelte';
import type { Frame } from '../geometry/frame';
import type { HandleGroup } from './handles';

export interface Picture {
  readonly frame: Frame;
  /** The value of a mark's `clip-path` that keeps it inside the axes. Handles are not clipped. */
  readonly clip: string;
  /** The id of the words that say which keys move a handle. */
  readonly keysId: string;
  /** Joins what can be dragged to the picture; returns how to leave. */
  join(handles: HandleGroup): () => void;
}

const KEY = Symbol('picture');

export const providePicture = (picture: Picture): Picture => setContext(KEY, picture);

/** The picture around a mark. */
export function usePicture(): Picture {
  const picture = getContext<Picture | undefined>(KEY);
  if (!picture) throw new Error('a mark is drawn inside a Plane or a Chart');
  return picture;
}
