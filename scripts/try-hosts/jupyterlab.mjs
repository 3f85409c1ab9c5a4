import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkReading, dragPoint, QUESTION, solve } from './kernel.mjs';
import { end, freePort, whenAnswers } from './server.mjs';
import { versionOf, virtualEnvironment } from './virtual.mjs';

/** @type {readonly string[]} */
export const packages = [];

const SET = 'pair.m = 2.5';
const READ =
  'print("read", pair.x2, "m", pair.m, "loss", round(pair.outputs["loss"], 3), ' +
  '"solved", margin.result["solved"], "tries", margin.result["tries"])';

/**
 * Runs the first cells, drags and solves, then runs those that set and read.
 * @type {typeof import('./figure.mjs').tryFigure}
 */
async function attempt(browser, { address, picture }) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 1400 } });
  try {
    await page.goto(address);
    const cells = page.locator('.jp-Notebook .jp-Cell');
    await cells.nth(3).waitFor({ timeout: 60_000 });
    const run = async (/** @type {number} */ cell) => {
      await cells.nth(cell).locator('.cm-content').click();
      await page.keyboard.press('Shift+Enter');
    };
    // The first cell installs the package, and the kernel is slow to begin.
    await run(0);
    await cells.nth(0).locator('[data-live]').waitFor({ timeout: 120_000 });
    await run(1);
    await cells.nth(1).locator('[data-live]').waitFor({ timeout: 60_000 });
    await dragPoint(page);
    await solve(page);
    await run(2);
    const slider = cells.nth(0).locator('input[type="range"]').first();
    for (let tries = 0; (await slider.inputValue()) !== '2.5'; tries++) {
      if (tries > 100) throw new Error('the figure does not follow Python');
      await new Promise((done) => setTimeout(done, 100));
    }
    await run(3);
    const output = cells.nth(3).locator('.jp-OutputArea-output');
    await output.waitFor();
    await page
      .getByRole('slider', { name: /second/ })
      .first()
      .scrollIntoViewIfNeeded();
    return checkReading(await output.innerText());
  } finally {
    await page.screenshot({ path: picture });
    await page.close();
  }
}

/**
 * Opens the snippet for Jupyter, a question, and cells that set and read, in JupyterLab and in Notebook 7.
 * @param {string} folder
 * @param {import('./server.mjs').Trying} trying
 */
export async function start(folder, { snippetOf, atEnd }) {
  mkdirSync(folder, { recursive: true });
  const programs = virtualEnvironment(folder, ['jupyterlab', 'notebook', 'anywidget']);
  const question = snippetOf('jupyter', QUESTION).replace(/^%pip.*\n/, '');
  const cells = [snippetOf('jupyter'), question, SET, READ].map((source, id) => ({
    cell_type: 'code',
    execution_count: null,
    id: String(id),
    metadata: {},
    outputs: [],
    source,
  }));
  const metadata = { kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' } };
  for (const name of ['lab', 'notebook'])
    writeFileSync(
      join(folder, `${name}.ipynb`),
      JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }),
    );
  const port = await freePort();
  const env = { ...process.env, HOME: folder, JUPYTER_CONFIG_DIR: folder, JUPYTER_DATA_DIR: folder };
  const options = ['lab', '--no-browser', '--allow-root', '--IdentityProvider.token=', `--port=${port}`];
  const server = spawn(join(programs, 'jupyter'), [...options, `--notebook-dir=${folder}`], {
    env: { ...env, PATH: `${programs}:${process.env.PATH}` },
    stdio: 'ignore',
  });
  atEnd(() => end(server));
  const address = `http://localhost:${port}`;
  await whenAnswers(`${address}/api`);
  return {
    version: ['jupyterlab', 'notebook', 'anywidget']
      .map((name) => `${name} ${versionOf(programs, name)}`)
      .join(', '),
    pages: [
      { title: 'in JupyterLab', address: `${address}/lab/tree/lab.ipynb`, attempt },
      { title: 'in Notebook 7', address: `${address}/notebooks/notebook.ipynb`, attempt },
    ],
  };
}
start.title = 'JupyterLab';
