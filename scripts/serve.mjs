// Serves the built site: `node scripts/serve.mjs`, on PORT or on the first free port from 4173 up.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serve } from './static-server.mjs';

const FIRST_PORT = 4173;
const LAST_PORT = 4272;
const root = fileURLToPath(new URL('../build', import.meta.url));

/** @param {unknown} error */
const isTaken = (error) => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

async function serveOnFreePort() {
  for (let port = FIRST_PORT; port <= LAST_PORT; port++) {
    try {
      return await serve({ root, port });
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  throw new Error(`Every port from ${FIRST_PORT} to ${LAST_PORT} is taken. Choose one: PORT=8080 npm start`);
}

/** @param {string} wanted */
async function serveOn(wanted) {
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`PORT is "${wanted}"; it must be a whole number from 1 to 65535.`);
  }
  try {
    return await serve({ root, port });
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new Error(`Port ${port} is taken. Choose another: PORT=8080 npm start`, { cause: error });
  }
}

try {
  if (!existsSync(root)) throw new Error('There is no built site yet. Build it: npm run build');
  const site = await (process.env.PORT ? serveOn(process.env.PORT) : serveOnFreePort());
  console.log(`Contrastive Loss by Hand is at ${site.url}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
