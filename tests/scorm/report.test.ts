import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Told } from '../../src/lib/scorm/course-report';
import type { Question } from '../../src/lib/scorm/progress';
import { Report } from '../../src/lib/scorm/report';
import { saveNotice } from '../../src/lib/scorm/save-notice';
import type { AttemptRecord } from '../../src/lib/tasks/task';
import { TestPlatform } from './platform';

const FRESH: AttemptRecord = {
  solved: false,
  tries: 0,
  hint: false,
  explanation: false,
  score: 0,
  answer: undefined,
};
const ASKED: Question = { id: 'pair-question', kind: 'reach' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A widget in a package on a platform. */
function attend(platform: TestPlatform, { asked, state = '' }: { asked?: Question; state?: string } = {}) {
  let at = state;
  let attempt = asked ? { ...FRESH } : undefined;
  const heard: Told[] = [];
  const widget = {
    getChange: () => at,
    setState: (query: string) => void (at = query),
    getAttempt: () => attempt && { ...attempt },
    resume: (record: AttemptRecord) => void (attempt = { ...record }),
  };
  const report = new Report(platform, widget, asked, (told) => heard.push(told));
  report.begin();
  const move = (query: string) => {
    at = query;
    report.changed();
  };
  const answer = (change: Partial<AttemptRecord>) => {
    const score = change.solved ? 1 : 0;
    attempt = { ...(attempt ?? FRESH), tries: (attempt?.tries ?? 0) + 1, score, ...change };
    report.changed();
  };
  /** A drag of two seconds. */
  const drag = (to = 120) => {
    for (let i = 1; i <= 120; i++) {
      move(`m=${(to * i) / 120}`);
      vi.advanceTimersByTime(2000 / 120);
    }
  };
  return {
    report,
    widget,
    heard,
    move,
    answer,
    drag,
    said: () => saveNotice(heard.at(-1) ?? { saved: 'saved', isTooLong: false }),
  };
}

describe('the saving of a figure', () => {
  it('is one commit for a drag of 120 moves, once it rests', () => {
    const platform = new TestPlatform();
    const { drag } = attend(platform);
    const before = platform.commits;
    drag();
    expect(platform.commits - before).toBe(0);
    vi.advanceTimersByTime(1000);
    expect(platform.commits - before).toBe(1);
    expect(platform.kept['cmi.suspend_data']).toBe('m=120');
    expect(platform.kept['cmi.core.lesson_status']).toBe('completed');
  });

  it('is at most one commit in ten seconds, however often the figure rests', () => {
    const platform = new TestPlatform();
    const { move } = attend(platform);
    const before = platform.commits;
    for (let second = 0; second < 60; second++) {
      move(`m=${second}`);
      vi.advanceTimersByTime(1000);
    }
    expect(platform.commits - before).toBeLessThanOrEqual(6);
    vi.advanceTimersByTime(10_000);
    expect(platform.kept['cmi.suspend_data']).toBe('m=59');
  });

  it('is at once when the page is hidden or left, and there is something to save', () => {
    const platform = new TestPlatform();
    const { report, move } = attend(platform);
    const before = platform.commits;
    report.flush();
    expect(platform.commits).toBe(before);
    move('m=2');
    report.flush();
    expect(platform.kept['cmi.suspend_data']).toBe('m=2');
    move('m=3');
    report.finish();
    expect(platform.kept).toMatchObject({ 'cmi.suspend_data': 'm=3', 'cmi.core.exit': 'suspend' });
    expect(platform.isFinished).toBe(true);
  });

  it('loses nothing on a platform that fails every third commit, and tells the student', () => {
    const platform = new TestPlatform();
    platform.onCommit = (commit) => (commit % 3 === 0 ? 'false' : 'true');
    const { drag, heard } = attend(platform);
    for (let i = 1; i <= 12; i++) {
      drag(i);
      vi.advanceTimersByTime(15_000);
      expect(platform.kept['cmi.suspend_data']).toBe(`m=${i}`);
    }
    expect(heard.some(({ saved }) => saved === 'failing')).toBe(true);
    expect(heard.at(-1)?.saved).toBe('saved');
  });

  it('keeps a solved task from a commit that throws', () => {
    const platform = new TestPlatform();
    const { answer, said } = attend(platform, { asked: ASKED });
    platform.onCommit = () => {
      throw new Error('offline');
    };
    answer({ solved: true });
    expect(said()).toMatch(/^Not saved/);
    platform.onCommit = () => 'true';
    vi.advanceTimersByTime(2000);
    expect(said()).toBe('');
    expect(platform.kept).toMatchObject({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '100' });
  });
});

describe('the points that a platform is told', () => {
  it('are those of the best attempt, also before the task is solved', () => {
    const platform = new TestPlatform();
    const { answer } = attend(platform, { asked: ASKED });
    answer({ score: 0.5 });
    vi.advanceTimersByTime(15_000);
    expect(platform.kept).toMatchObject({
      'cmi.core.lesson_status': 'incomplete',
      'cmi.core.score.raw': '50',
    });
    answer({ score: 0.25 });
    vi.advanceTimersByTime(15_000);
    expect(platform.kept['cmi.core.score.raw']).toBe('50');
    answer({ solved: true, hint: true, score: 0.75 });
    expect(platform.kept).toMatchObject({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '75' });
  });

  it('are never fewer than those that it has', () => {
    const platform = new TestPlatform();
    platform.kept['cmi.core.score.raw'] = '75';
    const { answer } = attend(platform, { asked: ASKED });
    answer({ score: 0.5 });
    vi.advanceTimersByTime(15_000);
    expect(platform.kept['cmi.core.score.raw']).toBe('75');
  });
});

describe('a platform that does not begin', () => {
  it.each([
    ['LMSInitialize says false', (p: TestPlatform) => (p.onInitialize = () => 'false')],
    [
      'LMSGetValue throws',
      (p: TestPlatform) =>
        (p.onGet = () => {
          throw new Error('offline');
        }),
    ],
  ])('is asked again where %s, and the student is told', (_what, spoil) => {
    const platform = new TestPlatform({ 'cmi.suspend_data': 'm=1' });
    spoil(platform);
    const { widget, said } = attend(platform);
    expect(said()).toMatch(/^Not saved/);
    platform.onInitialize = () => 'true';
    platform.onGet = () => undefined;
    vi.advanceTimersByTime(2000);
    expect(said()).toBe('');
    expect(widget.getChange()).toBe('m=1');
  });

  it('gets what the student did in the meantime, and does not take it back', () => {
    const platform = new TestPlatform({ 'cmi.suspend_data': 'm=1' });
    platform.onInitialize = () => 'false';
    const { move, widget } = attend(platform);
    move('m=2');
    platform.onInitialize = () => 'true';
    vi.advanceTimersByTime(30_000);
    expect(widget.getChange()).toBe('m=2');
    expect(platform.kept['cmi.suspend_data']).toBe('m=2');
  });
});

describe('a task that is opened again', () => {
  it('is solved, with the state, the answer and the tries, and counts no further try', () => {
    const platform = new TestPlatform();
    const first = attend(platform, { asked: { id: 'q', kind: 'predict' } });
    first.answer({ answer: '0,3' });
    first.answer({ answer: '0.25', solved: true });
    first.move('m=3');
    first.report.finish();

    const again = attend(new TestPlatform(platform.kept), { asked: { id: 'q', kind: 'predict' } });
    expect(again.widget.getChange()).toBe('m=3');
    expect(again.widget.getAttempt()).toEqual({ ...FRESH, solved: true, tries: 2, score: 1, answer: '0.25' });
  });

  it('is solved where an earlier package kept the state alone', () => {
    const kept = { 'cmi.suspend_data': 'm=3', 'cmi.core.lesson_status': 'passed' };
    const { widget } = attend(new TestPlatform(kept), { asked: ASKED });
    expect(widget.getAttempt()?.solved).toBe(true);
    expect(widget.getChange()).toBe('m=3');
  });

  it('stays passed when it is begun again and left unsolved', () => {
    const kept = { 'cmi.suspend_data': '#s1:|m=3', 'cmi.core.lesson_status': 'passed' };
    const platform = new TestPlatform(kept);
    const { widget, move, report } = attend(platform, { asked: ASKED });
    widget.resume(FRESH);
    move('m=1');
    report.finish();
    expect(platform.kept).toMatchObject({
      'cmi.core.lesson_status': 'passed',
      'cmi.suspend_data': '#0:|m=1',
    });
  });
});

describe('an answer', () => {
  it('is an interaction each, after those of earlier sessions, with its latency', () => {
    const platform = new TestPlatform({ 'cmi.interactions._count': '3' });
    const { answer } = attend(platform, { asked: { id: 'q', kind: 'choose' } });
    vi.advanceTimersByTime(3210);
    answer({ answer: '2' });
    vi.advanceTimersByTime(1000);
    answer({ answer: '0', solved: true });
    expect(platform.kept).toMatchObject({
      'cmi.interactions.3.id': 'q',
      'cmi.interactions.3.type': 'choice',
      'cmi.interactions.3.student_response': 'c',
      'cmi.interactions.3.result': 'wrong',
      'cmi.interactions.3.latency': '0000:00:03.21',
      'cmi.interactions.4.student_response': 'a',
      'cmi.interactions.4.result': 'correct',
    });
  });

  it('by a figure is one interaction, however often it is changed', () => {
    const platform = new TestPlatform();
    const { answer, move } = attend(platform, { asked: ASKED });
    for (let i = 0; i < 9; i++) {
      move(`m=${i}`);
      answer({});
    }
    answer({ solved: true });
    expect(platform.kept).toMatchObject({
      'cmi.interactions.0.type': 'performance',
      'cmi.interactions.0.student_response': 'm=8',
      'cmi.interactions.0.result': 'correct',
    });
    expect(Object.keys(platform.kept).some((name) => name.startsWith('cmi.interactions.1'))).toBe(false);
  });
});

describe('a state that is too long for the platform', () => {
  /** No text that can be made shorter. */
  const long = (seed: number) =>
    `x=${Array.from({ length: 6000 }, (_, i) => ((i * i * seed) % 7919).toString(36)).join('')}`;

  it('is said while it is there, and the last shorter one is kept with the result', () => {
    const platform = new TestPlatform();
    const { move, answer, said } = attend(platform, { asked: ASKED });
    move('m=2');
    vi.advanceTimersByTime(20_000);
    move(long(31));
    vi.advanceTimersByTime(20_000);
    expect(said()).toMatch(/too long/);
    answer({ solved: true });
    expect(platform.kept['cmi.suspend_data']).toBe('#s1:|m=2');
    move('m=3');
    vi.advanceTimersByTime(20_000);
    expect(said()).toBe('');
    expect(platform.kept['cmi.suspend_data']).toBe('#s1:|m=3');
  });
});
