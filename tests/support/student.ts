import type { CourseWidget } from '../../src/lib/scorm/progress';
import type { AttemptRecord } from '../../src/lib/tasks/task';

export const FRESH: AttemptRecord = {
  solved: false,
  tries: 0,
  hint: false,
  explanation: false,
  score: 0,
  answer: undefined,
};

/** A widget as a course sees it, in the hands of a student. */
export class TestWidget implements CourseWidget {
  #state = '';
  #attempt: AttemptRecord | undefined;

  constructor({ isAsking }: { isAsking: boolean }) {
    if (isAsking) this.#attempt = { ...FRESH };
  }

  getChange = () => this.#state;
  setState = (query: string) => void (this.#state = query);
  getAttempt = () => this.#attempt && { ...this.#attempt };
  resume = (record: AttemptRecord) => void (this.#attempt = { ...record });

  /** The student tries once more. */
  answer(change: Partial<AttemptRecord>): void {
    const { tries = 0, ...rest } = this.#attempt ?? FRESH;
    this.#attempt = { ...FRESH, ...rest, tries: tries + 1, score: change.solved ? 1 : 0, ...change };
  }
}
