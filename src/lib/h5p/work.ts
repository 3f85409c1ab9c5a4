import { isRecord } from '../state/is-record';
import type { AttemptRecord } from '../tasks/task';

/** What a student has made of a content, as H5P keeps it. */
export interface Work {
  /** The state as a query over the one that the content begins with. */
  change: string;
  attempt?: AttemptRecord | undefined;
}

/** Reads what H5P kept, which may come from elsewhere or be nothing at all. */
export function readWork(kept: unknown): Work {
  if (!isRecord(kept)) return { change: '' };
  const { change, attempt } = kept;
  const read: Work = { change: typeof change === 'string' ? change : '' };
  if (!isRecord(attempt) || typeof attempt.tries !== 'number') return read;
  const { solved, tries, hint, explanation, score, answer } = attempt;
  return {
    ...read,
    attempt: {
      solved: solved === true,
      tries,
      hint: hint === true,
      explanation: explanation === true,
      // Earlier contents kept no points: who had solved the task had them all.
      score: typeof score === 'number' ? score : Number(solved === true),
      answer: typeof answer === 'string' ? answer : undefined,
    },
  };
}
