import type { Actor } from './actor';
import type { Launch } from './launch';
import type { Statement } from './statement';

/** Milliseconds after which a request that is not answered has failed. */
export const PATIENCE = 20_000;
/** The most characters of a request that may outlive its page: browsers allow 64 KiB for all of them together. */
const OUTLIVING = 30_000;

/** The record store has refused a request. */
export class Refused extends Error {
  readonly status: number;

  constructor(what: string, status: number) {
    super(`${what}: ${status}`);
    this.status = status;
  }
}

/** A question to a record store; what has a body is sent. */
interface Request {
  resource: string;
  query?: Readonly<Record<string, string>>;
  method?: 'GET' | 'PUT' | 'POST';
  body?: unknown;
}

/**
 * A learning record store: where statements are sent and the student’s work is kept (xAPI 1.0.3, part three).
 * @throws Refused in every method where the store answers with a failure, TypeError where it does not answer
 */
export class RecordStore {
  #endpoint: string;
  #authorization: string;
  #actor: Actor;
  #about: Readonly<Record<string, string>>;

  /** @param authorization the whole header */
  constructor({ endpoint, activityId, actor, registration }: Launch, authorization: string) {
    this.#endpoint = endpoint;
    this.#authorization = authorization;
    this.#actor = actor;
    this.#about = {
      activityId,
      agent: JSON.stringify(actor),
      ...(registration === undefined ? {} : { registration }),
    };
  }

  /** A document of the student’s state with this package; nothing where there is none. */
  readState(stateId: string): Promise<unknown> {
    return this.#read('activities/state', { ...this.#about, stateId });
  }

  async writeState(stateId: string, body: unknown): Promise<void> {
    await this.#ask({
      resource: 'activities/state',
      query: { ...this.#about, stateId },
      method: 'PUT',
      body,
    });
  }

  /** A document about the student; nothing where there is none. */
  readProfile(profileId: string): Promise<unknown> {
    return this.#read('agents/profile', { agent: JSON.stringify(this.#actor), profileId });
  }

  /** Sends statements in their order. One that the store has already is not sent twice. */
  async send(statements: readonly Statement[]): Promise<void> {
    if (statements.length === 0) return;
    try {
      await this.#ask({ resource: 'statements', method: 'POST', body: statements });
    } catch (error) {
      // A conflict: the store has one of them, from a request whose answer was lost, and took none of the others.
      if (!(error instanceof Refused) || error.status !== 409) throw error;
      if (statements.length > 1) for (const statement of statements) await this.send([statement]);
    }
  }

  async #read(resource: string, query: Readonly<Record<string, string>>): Promise<unknown> {
    try {
      return await (await this.#ask({ resource, query })).json();
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return undefined;
      throw error;
    }
  }

  async #ask({ resource, query = {}, method = 'GET', body }: Request): Promise<Response> {
    const address = new URL(resource, this.#endpoint);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    const text = body === undefined ? undefined : JSON.stringify(body);
    const response = await fetch(address.href, {
      method,
      headers: {
        authorization: this.#authorization,
        'x-experience-api-version': '1.0.3',
        ...(text === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(text === undefined ? {} : { body: text, keepalive: text.length <= OUTLIVING }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!response.ok) throw new Refused(`${method} ${resource}`, response.status);
    return response;
  }
}
