import { createServer } from 'node:http';
import { serve } from '../../../scripts/static-server.mjs';
import { buildFolder } from '../../browser/support/site';

/**
 * Runs before anything else of a page: it notes what goes wrong from the first moment on, which no driver tells in every
 * engine, and keeps the worker for reading offline away, so that each page comes from the server.
 */
function watch(): void {
  const errors: string[] = [];
  Object.assign(window, { errors });
  addEventListener(
    'error',
    (event) => {
      const { target } = event;
      const what =
        target instanceof Element ? `cannot load ${target.outerHTML.slice(0, 200)}` : event.message;
      errors.push(what);
    },
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => errors.push(`rejected: ${reason}`));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    errors.push(`${violatedDirective} forbids ${blockedURI}`),
  );
  // Svelte warns where what it finds in a page is not what it would draw.
  for (const level of ['error', 'warn'] as const) {
    console[level] = (...args: unknown[]) => errors.push(args.map(String).join(' '));
  }
  Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
}

const WATCH = '/watch.js';

export interface WatchedSite {
  url: string;
  /** Addresses that were asked for and are not there. */
  missing: string[];
  close(): Promise<void>;
}

/** Serves the built site with a script put first in each page that notes its errors in `window.errors`. */
export async function serveWatched(): Promise<WatchedSite> {
  const site = await serve({ root: buildFolder });
  const missing: string[] = [];

  const proxy = createServer(async (request, response) => {
    const path = request.url ?? '/';
    if (path === WATCH) {
      response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' });
      response.end(`(${watch})();`);
      return;
    }
    const answer = await fetch(new URL(path, site.url), { redirect: 'manual' });
    const type = answer.headers.get('content-type') ?? '';
    const body = Buffer.from(await answer.arrayBuffer());
    if (answer.status >= 400) missing.push(path);
    const headers = Object.fromEntries(
      ['content-type', 'cache-control', 'location', 'access-control-allow-origin'].flatMap((name) => {
        const value = answer.headers.get(name);
        return value === null ? [] : [[name, value]];
      }),
    );
    const isPage = type.startsWith('text/html');
    response.writeHead(answer.status, headers);
    response.end(isPage ? String(body).replace('<head>', `<head><script src="${WATCH}"></script>`) : body);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');

  return {
    url: `http://localhost:${address.port}/`,
    missing,
    async close() {
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
      await site.close();
    },
  };
}
