// Trains the networks that come with the pages and picks their digits. The results are kept in the repository, so that
// the numbers in the text stay what they are; the same seeds give them again.
import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { runTypeScript } from './run-typescript.mjs';

/** @type {(file: string, content: object) => Promise<void>} */
async function write(file, content) {
  writeFileSync(file, await format(JSON.stringify(content), { parser: 'json', printWidth: 110 }));
}

/** @type {typeof import('./pretrained/networks.ts')} */
const { pretrain } = await runTypeScript('./pretrained/networks.ts');
const { report, digits, networks } = pretrain();
await write('src/lib/learning/pretrained/digits.json', digits);
await write('src/lib/learning/pretrained/networks.json', networks);
console.log(report);

// By the networks and the digits as they are now written.
/** @type {typeof import('./pretrained/verification.ts')} */
const { embedHeldOut, settle } = await runTypeScript('./pretrained/verification.ts');
await write('src/lib/widgets/verification/embeddings.json', embedHeldOut());
await write('src/lib/widgets/verification/settled.json', settle());

/** @type {typeof import('./pretrained/spaces.ts')} */
const { embedForClustering } = await runTypeScript('./pretrained/spaces.ts');
await write('src/lib/clustering/data/digits.json', embedForClustering(console.log));

/** @type {typeof import('./pretrained/signatures.ts')} */
const { shipSignatures } = await runTypeScript('./pretrained/signatures.ts');
const { loss, ...network } = shipSignatures();
await write('src/lib/widgets/signature/pretrained.json', network);
console.log(`signatures: mean loss ${loss.toFixed(4)} at the end`);
