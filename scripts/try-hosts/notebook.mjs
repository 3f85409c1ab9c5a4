import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { end, freePort, whenAnswers } from './server.mjs';

export const packages = ['jupyter-notebook', 'python3-ipykernel'];

/** Runs a notebook where it is, and signs it, since a server shows no HTML of notebooks that it does not know. */
const RUN = `
import sys, nbclient, nbformat, nbformat.sign
path = sys.argv[1]
notebook = nbformat.read(path, as_version=4)
nbclient.execute(notebook)
nbformat.write(notebook, path)
nbformat.sign.NotebookNotary().sign(notebook)
`;

/**
 * Runs the last line of the Teach page's cell, which needs no anywidget, and opens the notebook in its server.
 * @param {string} folder
 * @param {import('./server.mjs').Trying} trying
 */
export async function start(folder, { snippetOf, atEnd }) {
  mkdirSync(folder, { recursive: true });
  const frame = snippetOf('jupyter')
    .split('\n')
    .filter((line) => line.includes('IFrame'));
  const source = frame.map((line) => line.replace(/^# /, '')).join('\n');
  const notebook = join(folder, 'lesson.ipynb');
  const cell = { cell_type: 'code', execution_count: null, metadata: {}, outputs: [], source };
  const metadata = { kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' } };
  writeFileSync(notebook, JSON.stringify({ cells: [cell], metadata, nbformat: 4, nbformat_minor: 4 }));
  const env = { ...process.env, HOME: folder, JUPYTER_CONFIG_DIR: folder, JUPYTER_DATA_DIR: folder };
  execFileSync('/usr/bin/python3', ['-c', RUN, notebook], { env, stdio: 'pipe' });

  const port = await freePort();
  const options = ['--no-browser', '--allow-root', '--NotebookApp.token=', `--port=${port}`];
  const server = spawn('jupyter-notebook', [...options, `--notebook-dir=${folder}`], {
    env,
    stdio: 'ignore',
  });
  atEnd(() => end(server));
  await whenAnswers(`http://localhost:${port}/api`);
  const version = execFileSync('jupyter-notebook', ['--version'], { encoding: 'utf8', env }).trim();
  return {
    version: `Jupyter Notebook ${version}, by IFrame; anywidget is not among Debian’s packages`,
    pages: [{ title: 'a cell with IFrame', address: `http://localhost:${port}/notebooks/lesson.ipynb` }],
  };
}
start.title = 'Jupyter';
