import { describe, expect, it } from 'vitest';
import { readLaunch } from '../../src/lib/xapi/launch';
import { ACTIVITY, cmi5Query, REGISTRATION, tincanQuery } from './attend';

describe('the address of a launch', () => {
  it('is read as cmi5 and as Tin Can write it', () => {
    const common = {
      endpoint: 'https://lrs.example.org/xapi/',
      activityId: ACTIVITY,
      registration: REGISTRATION,
    };
    expect(readLaunch(`?${cmi5Query}`)).toMatchObject({ ...common, access: { kind: 'cmi5' } });
    expect(readLaunch(`?${tincanQuery}`)).toMatchObject({ ...common, access: { kind: 'tincan' } });
  });

  it('is none where a page is opened by hand', () => {
    expect(readLaunch('')).toBeUndefined();
    expect(readLaunch('?m=2')).toBeUndefined();
  });

  it('names the student as stores of today want it, also where it is written as in xAPI 0.95', () => {
    const fields = new URLSearchParams(tincanQuery);
    const account = { accountServiceHomePage: 'https://lms.example.org', accountName: '42' };
    fields.set('actor', JSON.stringify({ objectType: 'Agent', name: ['A student'], account: [account] }));
    expect(readLaunch(`?${fields}`)).toMatchObject({
      actor: {
        objectType: 'Agent',
        name: 'A student',
        account: { homePage: 'https://lms.example.org', name: '42' },
      },
    });
  });

  it.each([
    [cmi5Query, 'endpoint', 'javascript:alert(1)', 'the address of a learning record store'],
    [cmi5Query, 'endpoint', undefined, 'endpoint missing'],
    [cmi5Query, 'fetch', 'no address', 'the address of a token'],
    [cmi5Query, 'activityId', undefined, 'activityId missing'],
    [cmi5Query, 'registration', undefined, 'registration missing'],
    [cmi5Query, 'actor', '[1]', 'an agent as JSON'],
    [tincanQuery, 'actor', '{', 'an agent as JSON'],
    [tincanQuery, 'auth', undefined, 'auth missing'],
    [tincanQuery, 'activity_id', undefined, 'activity_id missing'],
  ])('of which a part is wrong is a problem that names it: %s, %s as %s', (query, field, value, words) => {
    const fields = new URLSearchParams(query);
    if (value === undefined) fields.delete(field);
    else fields.set(field, value);
    const { problem } = readLaunch(`?${fields}`) as { problem: string };
    expect(problem).toContain(field);
    expect(problem).toContain(words);
    if (value !== undefined) expect(problem).toContain(value);
  });
});
