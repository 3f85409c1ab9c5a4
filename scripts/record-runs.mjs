// Trains every run that a preset of the widget `train` shows, from five seeds, and records what came out, for the pages
// to show before anyone presses play: npm run record
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { runTypeScript } from './run-typescript.mjs';

/** @type {typeof import('./record/runs.ts')} */
const { recordAll } = await runTypeScript('record/runs.ts');
const { results, pictures } = recordAll((line) => console.log(line));
for (const [name, content] of Object.entries({ results, pictures })) {
  const file = fileURLToPath(new URL(`../src/lib/widgets/train/${name}.json`, import.meta.url));
  const options = await resolveConfig(file);
  writeFileSync(file, await format(JSON.stringify(content), { ...options, filepath: file }));
}
