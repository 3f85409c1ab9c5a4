// Replays the recorded runs of a file and compares them step by step: npm run check:trace -- FILE
import { runTypeScript } from './run-typescript.mjs';

/** @type {typeof import('./trace/cli.ts')} */
const { main } = await runTypeScript('trace/cli.ts');
process.exitCode = main(process.argv[2]);
