import { createServer } from 'node:http';
import type { ToldStatement } from './statement-rules';

/** What opens the store: the token of cmi5, and the header of Tin Can. */
export const AUTHORIZATION = 'Basic c3R1ZGVudDpzZWNyZXQ=';

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, PUT, POST',
  'access-control-allow-headers': 'authorization, content-type, x-experience-api-version',
};

/**
 * A small learning record store, with the part of a cmi5 platform that gives out its token. It keeps what it is sent, and
 * notes what no store would take: a missing header, an unknown address, a statement that comes again and is another.
 */
export class TestRecordStore {
  readonly statements: ToldStatement[] = [];
  /** Documents of state by their query, in the order of its fields. */
  readonly documents = new Map<string, unknown>();
  readonly complaints: string[] = [];
  /** What was asked for, such as `GET activities/state LMS.LaunchData`. */
  readonly asked: string[] = [];
  /** What happens to a request, from the first: it is answered, refused, or its answer is lost. */
  fate: (request: number) => 'answered' | 'refused' | 'lost' = () => 'answered';
  #requests = 0;
  #tokens = 1;

  /** Another launch has a token of its own. */
  relaunch(): void {
    this.#tokens = 1;
  }

  /** Puts a document where somebody will look for it. */
  prepare(about: Readonly<Record<string, string>>, document: unknown): void {
    const fields = new URLSearchParams(about);
    fields.sort();
    this.documents.set(`activities/state?${fields}`, document);
  }

  /** The document of state that has this name. */
  documentOf(stateId: string): unknown {
    const name = new URLSearchParams({ stateId }).toString();
    return [...this.documents].find(([key]) => key.endsWith(name))?.[1];
  }

  async handle(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: CORS });
    if (pathname === '/token') return this.#giveToken(request);
    const fate = this.fate(++this.#requests);
    if (fate === 'refused') return this.#answer(500);
    const response = await this.#take(request, pathname.replace('/xapi/', ''));
    return fate === 'lost' ? this.#answer(500) : response;
  }

  #answer(status: number, body?: unknown): Response {
    return new Response(body === undefined ? null : JSON.stringify(body), { status, headers: CORS });
  }

  #giveToken({ method }: Request): Response {
    if (method !== 'POST') return this.#answer(405);
    if (this.#tokens-- > 0) return this.#answer(200, { 'auth-token': AUTHORIZATION.replace('Basic ', '') });
    return this.#answer(200, { 'error-code': '1', 'error-text': 'The token has been given already.' });
  }

  async #take(request: Request, resource: string): Promise<Response> {
    const { searchParams } = new URL(request.url);
    const id = searchParams.get('stateId') ?? searchParams.get('profileId') ?? '';
    this.asked.push([request.method, resource, id].filter(Boolean).join(' '));
    if (request.headers.get('authorization') !== AUTHORIZATION) return this.#refuse(401, 'authorization');
    if (request.headers.get('x-experience-api-version') !== '1.0.3') return this.#refuse(400, 'version');
    if (resource === 'statements' && request.method === 'POST')
      return this.#takeStatements((await request.json()) as ToldStatement[]);
    if (!['activities/state', 'agents/profile'].includes(resource)) return this.#refuse(404, resource);
    searchParams.sort();
    const key = `${resource}?${searchParams}`;
    if (request.method === 'PUT') {
      this.documents.set(key, await request.json());
      return this.#answer(204);
    }
    const document = this.documents.get(key);
    return document === undefined ? this.#answer(404) : this.#answer(200, document);
  }

  #takeStatements(statements: readonly ToldStatement[]): Response {
    const isKnown = ({ id }: ToldStatement) => this.statements.some((known) => known.id === id);
    for (const statement of statements.filter(isKnown)) {
      const known = this.statements.find(({ id }) => id === statement.id);
      if (JSON.stringify(known) !== JSON.stringify(statement))
        return this.#refuse(409, `changed ${statement.id}`);
    }
    this.statements.push(...statements.filter((statement) => !isKnown(statement)));
    return this.#answer(
      200,
      statements.map(({ id }) => id),
    );
  }

  #refuse(status: number, complaint: string): Response {
    this.complaints.push(complaint);
    return this.#answer(status);
  }
}

/** Lets a store answer at an address. */
export async function listen(store: TestRecordStore): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { method = 'GET', url = '/' } = incoming;
    const response = await store.handle(
      new Request(`http://localhost${url}`, {
        method,
        headers: incoming.headers as Record<string, string>,
        ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
      }),
    );
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(await response.text());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The record store has no port.');
  return {
    url: `http://localhost:${address.port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
