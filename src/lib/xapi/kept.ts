/** What a record store keeps of a student’s work with a package. */
export interface Kept {
  /** State and attempt, as `writeWork` writes them. */
  work: string;
  /** Whether the store was told, in this enrolment. */
  completed: boolean;
  passed: boolean;
}

/** Reads a document of a record store; what cannot be read is left out. */
export function readKept(document: unknown): Kept {
  const { work, completed, passed } = Object(document) as Record<string, unknown>;
  return {
    work: typeof work === 'string' ? work : '',
    completed: completed === true,
    passed: passed === true,
  };
}
