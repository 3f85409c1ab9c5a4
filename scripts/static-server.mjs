import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** @type {Record<string, string>} */
const TYPES = {
  '.bib': 'text/plain; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.zip': 'application/zip',
};

const COMPRESSIBLE = /^text\/|json|xml|javascript|svg|wasm/;

/**
 * @typedef {{ status: number, file?: string, location?: string }} Answer
 * @typedef {{ root: string, mount?: string, port?: number }} Options
 * @typedef {{ url: string, close: () => Promise<void> }} Site
 */

/** @param {string} path */
async function kindOf(path) {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return 'file';
  return found?.isDirectory() ? 'folder' : 'nothing';
}

/**
 * What stands at an address: a file, a folder's index.html, a redirect to the folder's slash, or nothing.
 *
 * @param {string} root absolute folder that is served
 * @param {string} mount path the folder is served below, with a slash at both ends
 * @param {string} address path and query of the request
 * @returns {Promise<Answer>}
 */
async function locate(root, mount, address) {
  const [rawPath = '/', query] = address.split('?', 2);
  let path;
  try {
    path = decodeURIComponent(rawPath);
  } catch {
    return { status: 400 };
  }
  if (path.includes('\0')) return { status: 400 };
  if (!path.startsWith(mount)) return { status: 404 };

  const notFound = { status: 404, file: join(root, '404.html') };
  const target = resolve(root, path.slice(mount.length));
  if (target !== root && !target.startsWith(root + sep)) return notFound;

  const kind = await kindOf(target);
  if (kind === 'folder' && (await kindOf(join(target, 'index.html'))) === 'file') {
    if (path.endsWith('/')) return { status: 200, file: join(target, 'index.html') };
    // One leading slash only: a second one would make the address another host's.
    const location = `/${rawPath.replace(/^\/+/, '')}/${query === undefined ? '' : `?${query}`}`;
    return { status: 308, location };
  }
  return kind === 'file' && !path.endsWith('/') ? { status: 200, file: target } : notFound;
}

/**
 * @param {Answer} answer
 * @param {boolean} acceptsGzip
 */
async function render({ status, file, location }, acceptsGzip) {
  /** @type {Record<string, string | number>} */
  const headers = {
    // A page embedded in a sandboxed frame has the origin "null" and may load modules only with this.
    'access-control-allow-origin': '*',
    'cache-control': file?.includes(`${sep}immutable${sep}`) ? 'max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
  };
  if (location !== undefined) headers.location = location;

  const content = file === undefined ? undefined : await readFile(file).catch(() => undefined);
  const type = content && file ? TYPES[extname(file)] : 'text/plain; charset=utf-8';
  headers['content-type'] = type ?? 'application/octet-stream';
  headers.vary = 'accept-encoding';

  let body = content ?? Buffer.from(`${status}\n`);
  if (acceptsGzip && COMPRESSIBLE.test(type ?? '')) {
    body = await compress(body);
    headers['content-encoding'] = 'gzip';
  }
  headers['content-length'] = body.length;
  return { status, headers, body };
}

/**
 * Serves a folder of static files on the loopback interface.
 *
 * @param {Options} options `root`: the folder; `mount`: the path it is served below, such as `/some/where/`
 *   (default `/`), outside of which there is nothing; `port`: 0 (default) takes any free one.
 * @returns {Promise<Site>} `url` ends in the mount point. Rejects with the system's error when the port is taken.
 */
export async function serve({ root, mount = '/', port = 0 }) {
  const folder = resolve(root);
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const answer = await locate(folder, mount, request.url ?? '/');
    const acceptsGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    const { status, headers, body } = await render(answer, acceptsGzip);
    response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
  });

  await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => done(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');

  return {
    url: `http://localhost:${address.port}${mount}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
