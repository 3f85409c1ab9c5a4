// Trains the networks that come with the pages and picks their digits: src/lib/learning/shipped/shipped.json. Its
// result is kept in the repository, so that the numbers in the text stay what they are; the same seed gives it again.
import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { runTypeScript } from './run-typescript.mjs';

const FILE = 'src/lib/learning/shipped/shipped.json';

/** @type {typeof import('./shipped/networks.ts')} */
const { ship } = await runTypeScript('shipped/networks.ts');
const { report, ...shipped } = ship();
writeFileSync(FILE, await format(JSON.stringify(shipped), { parser: 'json', printWidth: 110 }));
console.log(report);
