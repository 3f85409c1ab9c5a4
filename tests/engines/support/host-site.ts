import { createServer } from 'node:http';
import type { Tab } from './tab';

export interface HostSite {
  /** The address of a page with something in its body, of another origin than the site's. */
  pageOf(body: string): string;
  errorsOf(tab: Tab): Promise<string[]>;
  /** All messages that have come to the page, as text. */
  heardBy(tab: Tab): Promise<string>;
  close(): Promise<void>;
}

const LISTEN = `<script>
  window.errors = [];
  window.heard = [];
  addEventListener('error', (event) => errors.push(event.message ?? 'cannot load ' + event.target.outerHTML), true);
  addEventListener('unhandledrejection', ({ reason }) => errors.push('rejected: ' + reason));
  addEventListener('message', ({ data }) => heard.push(data));
</script>`;

/** A place in the web where somebody puts a widget into a page. */
export async function serveHost(): Promise<HostSite> {
  const server = createServer((request, response) => {
    const body = new URL(request.url ?? '/', 'http://localhost').searchParams.get('body') ?? '';
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><html lang="en"><title>A host</title>${LISTEN}<h1>A host</h1>${body}</html>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');

  return {
    pageOf: (body) => `http://127.0.0.1:${address.port}/?body=${encodeURIComponent(body)}`,
    errorsOf: (tab) => tab.run(() => Reflect.get(window, 'errors') as string[], undefined),
    heardBy: (tab) => tab.run(() => JSON.stringify(Reflect.get(window, 'heard')), undefined),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
