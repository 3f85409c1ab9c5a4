import type { Saved } from './saver';

/** What the student is told. */
export interface Told {
  saved: Saved;
  /** Whether the state is too long to be kept. */
  isTooLong: boolean;
  /** Why saving fails for good, where that is known: a whole message. */
  reason?: string | undefined;
}

/** Tells a learning platform how a student fares, in whatever language the platform speaks. */
export interface CourseReport {
  /** Begins, and goes on from where the student left. Call it once the widget lives. */
  begin(): void;
  /** The student has changed the widget or answered. */
  changed(): void;
  /** Saves at once what is not saved: the student may be about to leave, or asks for it. */
  flush(): void;
  /** The student leaves. */
  finish(): void;
  /** Whether the platform has not kept all, though it was asked to. */
  readonly isFailing: boolean;
}
