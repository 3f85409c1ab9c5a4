import type { Platform } from '../../src/lib/scorm/platform';

/** A learning platform for tests: what was set is kept once it is committed. */
export class TestPlatform implements Platform {
  values: Record<string, string> = {};
  kept: Record<string, string>;
  commits = 0;
  isFinished = false;
  /** What each commit, from the first, answers; a platform may also throw. */
  onCommit: (commit: number) => string = () => 'true';
  onInitialize: () => string = () => 'true';
  onGet: () => void = () => undefined;

  constructor(kept: Record<string, string> = {}) {
    this.kept = kept;
  }

  LMSInitialize(): string {
    return this.onInitialize();
  }
  LMSGetValue(element: string): string {
    this.onGet();
    return this.values[element] ?? this.kept[element] ?? '';
  }
  LMSSetValue(element: string, value: string): string {
    this.values[element] = value;
    return 'true';
  }
  LMSCommit(): string {
    const answer = this.onCommit(++this.commits);
    if (answer === 'true') this.kept = { ...this.kept, ...this.values };
    // Worse than most: what could not be committed is forgotten.
    this.values = {};
    return answer;
  }
  LMSFinish(): string {
    this.isFinished = true;
    return 'true';
  }
}
