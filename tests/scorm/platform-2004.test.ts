/** @vitest-environment jsdom */
import { Scorm2004API } from 'scorm-again';
import { expect, it } from 'vitest';
import { Adapter2004, isoTimespan, type Platform2004 } from '../../src/lib/scorm/platform-2004';
import type { CourseWidget } from '../../src/lib/scorm/progress';
import { Report } from '../../src/lib/scorm/report';
import type { AttemptRecord } from '../../src/lib/tasks/task';

/** A platform of SCORM 2004 that plays its part, with a figure in it. */
function attend() {
  const api = new Scorm2004API({ autocommit: false, logLevel: 5 });
  let attempt: AttemptRecord = { solved: false, tries: 0, hint: false, explanation: false, score: 0 };
  let state = '';
  const widget: CourseWidget = {
    getChange: () => state,
    setState: (query) => void (state = query),
    getAttempt: () => ({ ...attempt }),
    resume: (record) => void (attempt = { ...record }),
  };
  const question = { id: 'pair-question', kind: 'reach' } as const;
  const report = new Report(
    new Adapter2004(api as unknown as Platform2004),
    widget,
    question,
    () => undefined,
  );
  report.begin();
  const solve = () => {
    state = 'm=0.1';
    attempt = { ...attempt, solved: true, tries: 1, score: 1 };
    report.changed();
  };
  return { api, report, solve };
}

it('tells a platform of SCORM 2004 that the student is through, that the answer is right, and what it was', () => {
  const { api, report, solve } = attend();
  expect(api.cmi.completion_status).toBe('incomplete');
  solve();
  report.flush();
  expect(api.cmi.completion_status).toBe('completed');
  expect(api.cmi.success_status).toBe('passed');
  expect(api.cmi.score.scaled).toBe('1');
  expect(api.cmi.suspend_data).toContain('m=0.1');
  const [told] = api.cmi.interactions.childArray as unknown as Record<string, string>[];
  expect(told).toMatchObject({
    id: 'pair-question',
    type: 'other',
    learner_response: 'm=0.1',
    result: 'correct',
  });
  report.finish();
  expect(api.isTerminated()).toBe(true);
});

it('writes times as ISO 8601 does', () => {
  expect(isoTimespan('0001:02:03.45')).toBe('PT1H2M3.45S');
  expect(isoTimespan('0000:00:00.00')).toBe('PT0H0M0S');
});
