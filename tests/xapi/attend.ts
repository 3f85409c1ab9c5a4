import { vi } from 'vitest';
import type { Told } from '../../src/lib/scorm/course-report';
import type { AnswerKind } from '../../src/lib/scorm/interaction';
import { saveNotice } from '../../src/lib/scorm/save-notice';
import { readLaunch } from '../../src/lib/xapi/launch';
import { questionDefinition } from '../../src/lib/xapi/question-definition';
import { WORK, XapiReport } from '../../src/lib/xapi/report';
import type { AttemptRecord } from '../../src/lib/tasks/task';
import { AUTHORIZATION, type TestRecordStore } from '../support/record-store';
import { problemsOf, SESSION_ID, verbOf } from '../support/statement-rules';
import { TestWidget } from '../support/student';

export const ACTIVITY = 'https://lms.example.org/activities/7';
export const REGISTRATION = '1f0c1a52-7b3d-4c57-8b0a-0d5c5b0c2f11';
const ACTOR = JSON.stringify({
  objectType: 'Agent',
  account: { homePage: 'https://lms.example.org', name: '42' },
});

/** The query with which a cmi5 platform opens a package. */
export const cmi5Query = new URLSearchParams({
  endpoint: 'https://lrs.example.org/xapi',
  fetch: 'https://lrs.example.org/token',
  actor: ACTOR,
  registration: REGISTRATION,
  activityId: ACTIVITY,
}).toString();

/** The query with which a platform opens a Tin Can package. */
export const tincanQuery = new URLSearchParams({
  endpoint: 'https://lrs.example.org/xapi/',
  auth: AUTHORIZATION,
  actor: ACTOR,
  registration: REGISTRATION,
  activity_id: ACTIVITY,
}).toString();

/** What a cmi5 platform says of a session. */
const launchData = (session: string) => ({
  contextTemplate: {
    contextActivities: { grouping: [{ id: 'https://example.org/embed/pair/#pair-question' }] },
    extensions: { [SESSION_ID]: session },
  },
  launchMode: 'Normal',
  masteryScore: 1,
  moveOn: 'CompletedAndPassed',
});

export interface Attended {
  /** How the question is answered; nothing where the package asks none. */
  kind?: AnswerKind;
  query?: string;
  session?: string;
  data?: object;
}

/** A package that a platform has opened, and what the student does there. */
export async function attend(
  store: TestRecordStore,
  { kind, query = cmi5Query, session = 'first', data = {} }: Attended = {},
) {
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => store.handle(new Request(url, init)));
  store.relaunch();
  store.prepare(
    { activityId: ACTIVITY, agent: ACTOR, registration: REGISTRATION, stateId: 'LMS.LaunchData' },
    { ...launchData(session), ...data },
  );
  const launch = readLaunch(query);
  if (!launch || 'problem' in launch) throw new Error('this is how a platform opens a package');

  const widget = new TestWidget({ isAsking: kind !== undefined });
  const question = kind && {
    id: 'pair-question',
    kind,
    definition: questionDefinition({ words: 'Which?', answers: kind, choices: ['one', 'two'] }),
  };
  const heard: Told[] = [];
  const returns: string[] = [];
  const report = new XapiReport(
    launch,
    { title: 'A pair', question },
    widget,
    (told) => heard.push(told),
    (address) => returns.push(address),
  );
  report.begin();
  await vi.advanceTimersByTimeAsync(0);

  /** Time that passes. */
  const wait = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
  return {
    report,
    widget,
    wait,
    returns,
    move: (state: string) => {
      widget.setState(state);
      report.changed();
    },
    answer: (change: Partial<AttemptRecord>) => {
      widget.answer(change);
      report.changed();
    },
    leave: async () => {
      report.finish();
      await wait(0);
    },
    said: () => saveNotice(heard.at(-1) ?? { saved: 'saved', isTooLong: false }),
    kept: () => store.documentOf(WORK),
    verbs: () => store.statements.map(verbOf),
    problems: () =>
      problemsOf(store.statements, { activityId: ACTIVITY, isCmi5: query === cmi5Query }).concat(
        store.complaints,
      ),
  };
}
