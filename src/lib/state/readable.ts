/** Milliseconds from one change of words or numbers to the next: more often, nobody could read them. */
export const READABLE = 100;
