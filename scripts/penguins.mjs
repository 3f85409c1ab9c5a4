// Writes the table of penguins that the figures of searching and clustering show: species, length of the bill in mm and of
// the flipper in mm. Source: Palmer Archipelago penguins, Horst, Hill and Gorman (2020), CC0 1.0, as data/penguins.json of
// the npm package vega-datasets (3.2.1). That package is too large to be a dependency: unpack it, and name the file.
//
//   node scripts/penguins.mjs path/to/vega-datasets/data/penguins.json
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';

const [, , path] = process.argv;
if (!path) throw new Error('name the file penguins.json of vega-datasets');

/** @type {Record<string, string | number | null>[]} */
const rows = JSON.parse(readFileSync(path, 'utf8'));
const species = ['Adelie', 'Chinstrap', 'Gentoo'];
const measured = rows.filter((row) => row['Beak Length (mm)'] !== null);
// Every second one, so that a dendrogram of them can be read.
const kept = measured.filter((_, i) => i % 2 === 0);
const table = {
  source: 'Palmer Archipelago penguins: Horst, Hill, Gorman (2020), CC0 1.0. Made by scripts/penguins.mjs.',
  species,
  labels: kept.map((row) => species.indexOf(String(row['Species']))),
  bill: kept.map((row) => row['Beak Length (mm)']),
  flipper: kept.map((row) => row['Flipper Length (mm)']),
};
writeFileSync(
  'src/lib/clustering/data/penguins.json',
  await format(JSON.stringify(table), { parser: 'json', printWidth: 110 }),
);
console.log(`${kept.length} of ${rows.length} penguins`);
