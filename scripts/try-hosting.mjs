// Tries the blocks of docs/hosting.md in real servers, at the root of a host and below a folder:
// `npm run build && npm run try:hosting`. Takes the servers from Debian's packages, and says what it installs.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';
import { installPackages } from './try-hosts/debian.mjs';
import { end, freePort, whenAnswers } from './try-hosts/server.mjs';
import { checkHost, checkInBrowser } from './try-hosting/checks.mjs';
import { servers } from './try-hosting/servers.mjs';

const site = fileURLToPath(new URL('../build', import.meta.url));
if (!existsSync(join(site, 'index.html'))) throw new Error('There is no built site: npm run build');
installPackages(servers.flatMap(({ packages }) => packages));

const browser = await launch();
const folder = mkdtempSync(join(tmpdir(), 'hosting-'));
let failed = 0;

/**
 * @param {string} title
 * @param {() => Promise<string>} run says what was seen
 */
async function report(title, run) {
  try {
    console.log(`✓ ${title}: ${await run()}`);
  } catch (error) {
    failed++;
    console.log(`✗ ${title}: ${error instanceof Error ? error.message : error}`);
  }
}

for (const { title, version, prepare } of servers) {
  const [program = '', ...options] = version;
  const said = spawnSync(program, options, { encoding: 'utf8' });
  console.log(`${title}: ${(said.stdout || said.stderr).split('\n')[0]}`);
  for (const inFolder of [false, true]) {
    const where = inFolder ? 'below a folder' : 'at the root';
    const home = join(folder, `${title}-${inFolder}`);
    mkdirSync(home);
    const port = await freePort();
    const [command = '', ...rest] = prepare({ home, site, port, inFolder });
    const env = { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home };
    const server = spawn(command, rest, { env, stdio: 'ignore' });
    const root = `http://localhost:${port}${inFolder ? '/textbook/' : '/'}`;
    await report(`  ${where}, by what it answers`, async () => {
      await whenAnswers(root);
      return checkHost(root, site);
    });
    await report(`  ${where}, in a browser`, () => checkInBrowser(browser, root));
    await end(server);
  }
}

await browser.close();
rmSync(folder, { recursive: true, force: true });
process.exitCode = failed === 0 ? 0 : 1;
