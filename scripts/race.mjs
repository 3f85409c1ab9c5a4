// Runs the race of the chapter “A fair race”: a small search for each loss, then several seeds of what it chose and of the
// published settings. Kept in the repository, so that the numbers of the text stay what they are: npm run race, or with the
// name of a split, such as npm run race -- 246, that split alone.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { runTypeScript } from './run-typescript.mjs';

const file = fileURLToPath(new URL('../src/lib/widgets/race/results.json', import.meta.url));

/** @type {typeof import('./race/race.ts')} */
const { race, SEEDS, SPLIT_NAMES } = await runTypeScript('./race/race.ts');
const asked = process.argv.slice(2);
for (const split of SPLIT_NAMES.filter((name) => asked.length === 0 || asked.includes(name))) {
  const found = race(split, (line) => console.log(line));
  // Read only now: another process may have written another split.
  const { splits } = JSON.parse(readFileSync(file, 'utf8'));
  const results = { seeds: SEEDS, splits: { ...splits, [split]: found } };
  const options = await resolveConfig(file);
  writeFileSync(file, await format(JSON.stringify(results), { ...options, filepath: file }));
}
