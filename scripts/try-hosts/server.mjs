import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * What a host is tried with.
 * @typedef {object} Trying
 * @property {(tool: string, embed?: import('../../src/lib/embed/embed-url').Embed) => string} snippetOf what the Teach page
 *   says to paste, for the pair as it is or for another embed
 * @property {string} site the address of the site
 * @property {(close: () => Promise<void>) => void} atEnd takes what ends a server, as soon as there is one
 */

/**
 * A page of a host, and how the figure in it is tried where it is in no frame.
 * @typedef {Omit<import('./figure.mjs').Trial, 'picture'> & { title: string, attempt?: typeof import('./figure.mjs').tryFigure }} HostPage
 */

/** @returns {Promise<number>} a port that nobody listens on */
export function freePort() {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      server.close(() => done(port));
    });
  });
}

/**
 * Ends a server and waits until it has ended.
 * @param {import('node:child_process').ChildProcess} server
 */
export async function end(server) {
  if (server.exitCode !== null) return;
  const ended = once(server, 'exit');
  server.kill();
  await ended;
}

/**
 * Waits until a server answers at all.
 * @param {string} address
 */
export async function whenAnswers(address) {
  for (let tries = 0; tries < 150; tries++) {
    const response = await fetch(address, { redirect: 'manual' }).catch(() => undefined);
    if (response) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`nothing answers at ${address}`);
}
