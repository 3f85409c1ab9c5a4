import type { Parameters } from './parameters';

/** What of a widget the reader does not get. Names of parameters, and of parts of the frame for `hidden`. */
export interface Access {
  /** Parameters that the reader sees and cannot change. */
  locked?: readonly string[];
  /** Parameters without a control, which stay as they are, and parts of the frame that are left out. */
  hidden?: readonly string[];
  /** Hidden parameters that the reader may change in the figure all the same. */
  free?: readonly string[];
  /** The controls and parts of the view that a compact figure shows at first, the main control before the others. */
  compact?: readonly string[] | undefined;
}

/**
 * The parameters that the reader cannot change, seen or not. What has no control could be changed in the figure, and a way
 * that was to be closed would be open.
 */
export function lockedBy(parameters: Parameters, { locked = [], hidden = [], free = [] }: Access): string[] {
  return Object.keys(parameters).filter(
    (name) => locked.includes(name) || (hidden.includes(name) && !free.includes(name)),
  );
}
