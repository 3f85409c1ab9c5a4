// Holds the loss library against the reference files of a folder: npm run check:reference -- DIR
import { runTypeScript } from './run-typescript.mjs';

/** @type {typeof import('./reference/cli.ts')} */
const { main } = await runTypeScript('reference/cli.ts');
process.exitCode = main(process.argv[2]);
