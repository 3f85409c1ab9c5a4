import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('torch-step.py', import.meta.url));

/** Where a Python with PyTorch may be; PYTHON in the environment wins. */
const PYTHONS = process.env.PYTHON ? [process.env.PYTHON] : ['python3', '/usr/bin/python3', 'python'];

/**
 * The time of a step of contrastive training in PyTorch on this machine, one thread, float32; nothing without PyTorch.
 * @param {{ inputs: number, hidden: number, pairs: number }} size
 * @returns {{ version: string, ms: number } | undefined}
 */
export function torchStep({ inputs, hidden, pairs }) {
  for (const python of PYTHONS) {
    const { status, stdout } = spawnSync(python, [script, inputs, hidden, pairs].map(String), {
      encoding: 'utf8',
    });
    if (status !== 0) continue;
    const [version = '', ms = ''] = stdout.trim().split(' ');
    return { version, ms: Number(ms) };
  }
  return undefined;
}
