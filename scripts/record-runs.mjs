// Trains every run that a preset of the widget `train` shows, from five seeds, and those of `views` and `two-modalities`,
// and records what came out, for the pages to show: npm run record
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { runTypeScript } from './run-typescript.mjs';

/** @type {typeof import('./record/runs.ts')} */
const { recordAll } = await runTypeScript('record/runs.ts');
/** @type {typeof import('./record/two-views.ts')} */
const { recordViews } = await runTypeScript('record/two-views.ts');
/** @type {typeof import('./record/two-modalities.ts')} */
const { recordModalities } = await runTypeScript('record/two-modalities.ts');

/** @param {string} line */
const log = (line) => console.log(line);
const { results, pictures } = recordAll(log);
const files = {
  'train/results': results,
  'train/pictures': pictures,
  'views/recorded': recordViews(log),
  'two-modalities/recorded': recordModalities(log),
};
for (const [name, content] of Object.entries(files)) {
  const file = fileURLToPath(new URL(`../src/lib/widgets/${name}.json`, import.meta.url));
  const options = await resolveConfig(file);
  writeFileSync(file, await format(JSON.stringify(content), { ...options, filepath: file }));
}
