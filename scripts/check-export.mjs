// Runs the networks that the page exports where they are meant to run: npm run check:export -- onnx pytorch
// PYTHON names the interpreter that has onnx and onnxruntime, or torch.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runTypeScript } from './run-typescript.mjs';

/** @type {typeof import('./export/cases.ts')} */
const { exportCases } = await runTypeScript('export/cases.ts');
const program = fileURLToPath(new URL('export/run.py', import.meta.url));
const ways = process.argv.slice(2);
const input = JSON.stringify(exportCases());

for (const way of ways.length > 0 ? ways : ['onnx', 'pytorch']) {
  const { status, error } = spawnSync(process.env.PYTHON ?? 'python3', [program, way], {
    input,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  if (error) throw error;
  if (status !== 0) process.exitCode = 1;
}
