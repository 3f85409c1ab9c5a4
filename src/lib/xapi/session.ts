import { isRecord } from '../state/is-record';
import type { Launch } from './launch';
import { PATIENCE, RecordStore } from './record-store';
import { SESSION_ID, type Context } from './statement';
import { uuid } from './uuid';

/** What a platform says of the opening of a package, beside what is in the address. */
export interface Session {
  store: RecordStore;
  /** What every statement says of its surroundings. */
  context: Context;
  /** The share of the points that is enough, where the platform names one. */
  masteryScore: number | undefined;
  /** Whether what the student does is recorded; a platform may let somebody only look. */
  isRecorded: boolean;
  /** Where the student goes on leaving, where the platform has a wish. */
  returnAddress: string | undefined;
}

/** The platform gives no token, and will not. */
export class Expired extends Error {}

const EXPIRED =
  'Not saved: the learning platform takes nothing more from this page, since it was opened before. Close it, and open it from the course again.';

/** Gets what opens the record store. @throws Expired where the token was taken before, as when a page is loaded again */
export async function authorize({ access }: Launch): Promise<string> {
  if (access.kind === 'tincan') return access.auth;
  const response = await fetch(access.fetch, { method: 'POST', signal: AbortSignal.timeout(PATIENCE) });
  const answer = (await response.json()) as Record<string, unknown>;
  const token = answer['auth-token'];
  if (typeof token === 'string') return `Basic ${token}`;
  if (String(answer['error-code']) === '1') throw new Expired(EXPIRED);
  throw new Error(`No token: ${String(answer['error-text'])}`);
}

function readReturn(value: unknown): string | undefined {
  return typeof value === 'string' && /^https?:/i.test(value) ? value : undefined;
}

/** Opens a session, as cmi5 asks for it: launch data first, then the student’s preferences (cmi5 1.0, sections 10 and 11). */
export async function openSession(launch: Launch, authorization: string): Promise<Session> {
  const store = new RecordStore(launch, authorization);
  const { registration } = launch;
  if (launch.access.kind === 'tincan')
    return {
      store,
      context: {
        ...(registration === undefined ? {} : { registration }),
        extensions: { [SESSION_ID]: uuid() },
      },
      masteryScore: undefined,
      isRecorded: true,
      returnAddress: undefined,
    };
  const data = await store.readState('LMS.LaunchData');
  if (!isRecord(data) || !isRecord(data.contextTemplate))
    throw new Error('LMS.LaunchData has no contextTemplate');
  // A package has one language and no sound, but a platform may wait for the question.
  await store.readProfile('cmi5LearnerPreferences').catch(() => undefined);
  const { contextTemplate, masteryScore, launchMode, returnURL } = data;
  return {
    store,
    context: { ...(contextTemplate as Context), ...(registration === undefined ? {} : { registration }) },
    masteryScore: typeof masteryScore === 'number' ? masteryScore : undefined,
    isRecorded: launchMode === undefined || launchMode === 'Normal',
    returnAddress: readReturn(returnURL),
  };
}
