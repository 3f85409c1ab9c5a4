import { quoted } from '../state/text';
import { readActor, type Actor } from './actor';

/** How a learning platform has opened a package. */
export interface Launch {
  /** The address of the learning record store, with a slash at its end. */
  endpoint: string;
  /** What the platform calls this package. */
  activityId: string;
  actor: Actor;
  /** The student’s enrolment; cmi5 always has one. */
  registration: string | undefined;
  /** By cmi5 the address that gives the token for the record store, once; by Tin Can what is sent to it as it is. */
  access: { kind: 'cmi5'; fetch: string } | { kind: 'tincan'; auth: string };
}

/** What keeps a page from being a package that a platform has opened. */
export interface Problem {
  problem: string;
}

const said = (field: string, value: string | null, allowed: string) =>
  `Nothing is saved: the learning platform opened this page with ${field} ${value === null ? 'missing' : quoted(value)}, where ${allowed} is needed. Tell your teacher.`;

function readAddress(value: string | null): string | undefined {
  const address = value !== null && URL.canParse(value) ? new URL(value) : undefined;
  return address && ['http:', 'https:'].includes(address.protocol) ? address.href : undefined;
}

/**
 * Reads how a page was opened: as cmi5 has it (cmi5 1.0, section 8.1), or as Tin Can packages have it (Rustici 2013).
 * @param search the query of the page’s address
 * @returns nothing where no platform has opened the page
 */
export function readLaunch(search: string): Launch | Problem | undefined {
  const fields = new URLSearchParams(search);
  if (!['endpoint', 'fetch', 'actor'].some((field) => fields.has(field))) return undefined;
  const isCmi5 = fields.has('fetch');
  const problem = (field: string, allowed: string): Problem => ({
    problem: said(field, fields.get(field), allowed),
  });

  const endpoint = readAddress(fields.get('endpoint'));
  if (endpoint === undefined) return problem('endpoint', 'the address of a learning record store');
  const idField = isCmi5 ? 'activityId' : 'activity_id';
  const activityId = fields.get(idField);
  if (!activityId) return problem(idField, 'the name of this activity');
  const actor = readActor(fields.get('actor'));
  if (!actor) return problem('actor', 'an agent as JSON');
  const registration = fields.get('registration') ?? undefined;
  const common = { endpoint: endpoint.replace(/\/?$/, '/'), activityId, actor, registration };

  if (!isCmi5) {
    const auth = fields.get('auth');
    return auth ? { ...common, access: { kind: 'tincan', auth } } : problem('auth', 'an authorization');
  }
  const fetch = readAddress(fields.get('fetch'));
  if (fetch === undefined) return problem('fetch', 'the address of a token');
  return registration
    ? { ...common, access: { kind: 'cmi5', fetch } }
    : problem('registration', 'an enrolment');
}
