import { readFileSync } from 'node:fs';
import { parseTraces } from './format';
import { replay } from './replay';

/** Replays every run of a file, says how each agrees, and returns the exit code. */
export function main(path: string | undefined): number {
  if (path === undefined) {
    console.error('which file? npm run check:trace -- FILE');
    return 2;
  }
  try {
    const { traces, tol } = parseTraces(readFileSync(path, 'utf8'));
    const replays = traces.map((trace) => ({ steps: trace.steps, ...replay(trace, tol) }));
    for (const { name, steps, agrees, relative, worst, where } of replays) {
      const error = `worst ${relative.toExponential(1)} relative, ${worst.toPrecision(2)} of the tolerance at ${where}`;
      console.log(`${agrees ? 'ok     ' : 'FAILED '} ${name.padEnd(24)} ${steps} steps; ${error}`);
    }
    const agreeing = replays.filter(({ agrees }) => agrees).length;
    console.log(`\n${agreeing} of ${replays.length} runs agree`);
    return agreeing === replays.length ? 0 : 1;
  } catch (error) {
    console.error(`FAILED  ${path}: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}
