// Trains the networks that come with the pages and picks their digits. The results are kept in the repository, so that
// the numbers in the text stay what they are; the same seeds give them again.
import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { runTypeScript } from './run-typescript.mjs';

/** @type {(file: string, content: object) => Promise<void>} */
async function write(file, content) {
  writeFileSync(file, await format(JSON.stringify(content), { parser: 'json', printWidth: 110 }));
}

/** @type {typeof import('./shipped/networks.ts')} */
const { ship } = await runTypeScript('shipped/networks.ts');
const { report, digits, networks } = ship();
await write('src/lib/learning/shipped/digits.json', digits);
await write('src/lib/learning/shipped/networks.json', networks);
console.log(report);

// By the networks and the digits as they are now written.
/** @type {typeof import('./shipped/verification.ts')} */
const { embedHeldOut, settle } = await runTypeScript('shipped/verification.ts');
await write('src/lib/widgets/verification/embeddings.json', embedHeldOut());
await write('src/lib/widgets/verification/settled.json', settle());

/** @type {typeof import('./shipped/signatures.ts')} */
const { shipSignatures } = await runTypeScript('shipped/signatures.ts');
const { loss, ...network } = shipSignatures();
await write('src/lib/widgets/signature/shipped.json', network);
console.log(`signatures: mean loss ${loss.toFixed(4)} at the end`);
