// Runs every printed program and compares it with the library: npm run check:code -- pytorch numpy
// PYTHON names the interpreter that has the library: PYTHON=/usr/bin/python3.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runTypeScript } from './run-typescript.mjs';

/** @type {typeof import('./code/cases.ts')} */
const { casesOf } = await runTypeScript('code/cases.ts');
const program = fileURLToPath(new URL('code/run.py', import.meta.url));
const languages = process.argv.slice(2);
const asked = languages.length > 0 ? languages : ['pytorch', 'numpy'];

for (const language of /** @type {import('../src/lib/losses/code').Language[]} */ (asked)) {
  const { status, error } = spawnSync(process.env.PYTHON ?? 'python3', [program], {
    input: JSON.stringify(casesOf(language)),
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { ...process.env, KERAS_BACKEND: 'jax' },
  });
  if (error) throw error;
  if (status !== 0) process.exitCode = 1;
}
