import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TestRecordStore } from '../support/record-store';
import { FRESH } from '../support/student';
import { attend, cmi5Query, REGISTRATION, tincanQuery } from './attend';

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 0, 5, 9) }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe.each([
  ['cmi5', cmi5Query],
  ['Tin Can', tincanQuery],
])('a session by %s', (_name, query) => {
  it('tells of its opening, each answer, what was reached and its end, in this order and form', async () => {
    const store = new TestRecordStore();
    const { answer, wait, leave, verbs, problems } = await attend(store, { kind: 'choose', query });
    await wait(3210);
    answer({ answer: '1' });
    await wait(1000);
    answer({ answer: '0', solved: true });
    await wait(0);
    await leave();
    expect(verbs()).toEqual(['initialized', 'answered', 'answered', 'completed', 'passed', 'terminated']);
    expect(problems()).toEqual([]);
    const [, wrong, right, completed, passed, end] = store.statements;
    expect(wrong?.result).toEqual({ success: false, response: 'b', duration: 'PT3.21S' });
    expect(right?.result).toEqual({ success: true, response: 'a', duration: 'PT1S' });
    expect(completed?.result).toEqual({ completion: true, duration: 'PT4.21S' });
    expect(passed?.result).toEqual({ score: { scaled: 1 }, success: true, duration: 'PT4.21S' });
    expect(end?.result).toEqual({ duration: 'PT4.21S' });
    expect(passed?.context.registration).toBe(REGISTRATION);
    expect(wrong?.object.definition).toMatchObject({
      interactionType: 'choice',
      choices: [{ id: 'a' }, { id: 'b' }],
    });
  });

  it('goes on in the next one where the student left, and tells nothing twice', async () => {
    const store = new TestRecordStore();
    const first = await attend(store, { kind: 'predict', query });
    first.answer({ answer: '0,3' });
    first.answer({ answer: '0.25', solved: true });
    first.move('m=3');
    await first.leave();

    const again = await attend(store, { kind: 'predict', query, session: 'second' });
    expect(again.widget.getChange()).toBe('m=3');
    expect(again.widget.getAttempt()).toEqual({ ...FRESH, solved: true, tries: 2, score: 1, answer: '0.25' });
    again.move('m=2');
    await again.leave();
    expect(again.verbs().slice(-2)).toEqual(['initialized', 'terminated']);
    expect(again.problems()).toEqual([]);
    expect(again.kept()).toMatchObject({ completed: true, passed: true });
  });

  it('loses and doubles nothing on a store that fails every third request, and tells the student', async () => {
    const store = new TestRecordStore();
    store.fate = (request) => (request % 3 > 0 ? 'answered' : request % 2 > 0 ? 'refused' : 'lost');
    const { answer, move, wait, leave, verbs, kept, problems } = await attend(store, {
      kind: 'predict',
      query,
    });
    for (let i = 1; i <= 8; i++) {
      answer({ answer: String(i) });
      move(`m=${i}`);
      await wait(60_000);
      expect(kept()).toMatchObject({ work: `#${i}:${i}|m=${i}` });
    }
    answer({ answer: '9', solved: true });
    await wait(60_000);
    store.fate = () => 'answered';
    await leave();
    expect(verbs().filter((verb) => verb === 'answered')).toHaveLength(9);
    expect(verbs().slice(-3)).toEqual(['completed', 'passed', 'terminated']);
    expect(problems()).toEqual([]);
  });
});

describe('the saving of a figure', () => {
  it('is one document for a drag, once it rests, and completes a package without a question', async () => {
    const store = new TestRecordStore();
    const { move, wait, kept, verbs, problems } = await attend(store);
    const count = () => store.asked.filter((asked) => asked.startsWith('PUT')).length;
    const before = count();
    for (let i = 1; i <= 120; i++) {
      move(`m=${i}`);
      await wait(15);
    }
    expect(count()).toBe(before);
    await wait(1000);
    expect(count()).toBe(before + 1);
    expect(kept()).toEqual({ work: 'm=120', completed: true, passed: false });
    expect(verbs()).toEqual(['initialized', 'completed']);
    expect(problems()).toEqual([]);
  });

  it('takes in what is changed while a save is under way', async () => {
    const store = new TestRecordStore();
    const { move, report, wait, kept } = await attend(store);
    move('m=1');
    report.flush();
    move('m=2');
    await wait(11_000);
    expect(kept()).toMatchObject({ work: 'm=2' });
  });

  it('says while it fails that the work is still there, and no longer once it is kept', async () => {
    const store = new TestRecordStore();
    const { answer, wait, said, verbs } = await attend(store, { kind: 'reach' });
    store.fate = () => 'refused';
    answer({ solved: true });
    await wait(0);
    expect(said()).toMatch(/^Not saved: the learning platform does not answer/);
    store.fate = () => 'answered';
    await wait(2000);
    expect(said()).toBe('');
    expect(verbs()).toEqual(['initialized', 'answered', 'completed', 'passed']);
  });
});

describe('an answer by a figure', () => {
  it('is told once, when it is right, with the state that solves', async () => {
    const store = new TestRecordStore();
    const { answer, move, wait, leave, verbs } = await attend(store, { kind: 'reach' });
    for (let i = 0; i < 9; i++) {
      move(`m=${i}`);
      answer({});
    }
    answer({ solved: true });
    await wait(0);
    await leave();
    expect(verbs().filter((verb) => verb === 'answered')).toHaveLength(1);
    expect(store.statements[1]?.result).toMatchObject({ success: true, response: 'm=8' });
  });

  it('that is not there yet is told when the student leaves, and is no failure', async () => {
    const store = new TestRecordStore();
    const { answer, leave, verbs, problems } = await attend(store, { kind: 'reach' });
    answer({});
    await leave();
    expect(verbs()).toEqual(['initialized', 'answered', 'terminated']);
    expect(problems()).toEqual([]);
  });
});

describe('a wrong number', () => {
  it('fails the session in which it is not put right, and the next one may pass', async () => {
    const store = new TestRecordStore();
    const first = await attend(store, { kind: 'predict' });
    first.answer({ answer: '7' });
    await first.leave();
    expect(first.verbs()).toEqual(['initialized', 'answered', 'failed', 'terminated']);
    expect(store.statements[2]?.result).toMatchObject({ score: { scaled: 0 }, success: false });

    const again = await attend(store, { kind: 'predict', session: 'second' });
    again.answer({ answer: '8', solved: true });
    await again.leave();
    expect(again.verbs().slice(4)).toEqual(['initialized', 'answered', 'completed', 'passed', 'terminated']);
    expect(again.problems()).toEqual([]);
  });
});

describe('a launch by cmi5', () => {
  it('reads the launch data and the preferences before anything is told', async () => {
    const store = new TestRecordStore();
    await attend(store);
    expect(store.asked.slice(0, 2)).toEqual([
      'GET activities/state LMS.LaunchData',
      'GET agents/profile cmi5LearnerPreferences',
    ]);
    expect(store.complaints).toEqual([]);
  });

  it.each(['Browse', 'Review'])('in mode %s tells of opening and leaving alone', async (launchMode) => {
    const store = new TestRecordStore();
    const { answer, leave, verbs, kept } = await attend(store, { kind: 'reach', data: { launchMode } });
    answer({ solved: true });
    await leave();
    expect(verbs()).toEqual(['initialized', 'terminated']);
    expect(kept()).toBeUndefined();
  });

  it('offers the way back that the platform names, and none that runs as a script', async () => {
    const returnURL = 'https://lms.example.org/course/3';
    expect((await attend(new TestRecordStore(), { data: { returnURL } })).returns).toEqual([returnURL]);
    const script = { returnURL: 'javascript:alert(1)' };
    expect((await attend(new TestRecordStore(), { data: script })).returns).toEqual([]);
  });

  it('whose token was taken before tells the student to open the package again', async () => {
    const store = new TestRecordStore();
    store.relaunch = () => undefined;
    await attend(store);
    const { said } = await attend(store);
    expect(said()).toMatch(/open it from the course again/);
  });

  it('that finds no store goes on from there once it answers, and keeps what was done in the meantime', async () => {
    const store = new TestRecordStore();
    store.fate = () => 'refused';
    const { answer, wait, verbs, kept, problems } = await attend(store, { kind: 'predict' });
    answer({ answer: '1', solved: true });
    await wait(1000);
    store.fate = () => 'answered';
    await wait(60_000);
    expect(verbs()).toEqual(['initialized', 'answered', 'completed', 'passed']);
    expect(kept()).toMatchObject({ work: '#s1:1|', passed: true });
    expect(problems()).toEqual([]);
  });
});
