// npm run bench [-- --rounds 9] [--packages DIR]: how fast the contrastive loss is, value and gradient, beside a bare
// loop over typed arrays in the same run, and beside packages where they are installed, here or in DIR/node_modules.
// Then how long a training step takes, beside PyTorch's where a Python has it. Writes build/bench.md. Times are for the ratios: machines differ and drift.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { findRivals } from './bench/rivals.mjs';
import { timeInTurns } from './bench/timing.mjs';
import { torchStep } from './bench/torch.mjs';
import { runTypeScript } from './run-typescript.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '9' }, packages: { type: 'string', default: root } },
});
const rounds = Number(options.rounds);
/** The packages take seconds for more numbers than this, and no less a pair. */
const MOST = 2e6;

/**
 * As a reader's browser gets it: in one file, since the module runner's access to imports would be timed as well.
 * @param {string} name of a module of `bench/`
 */
async function bundled(name) {
  const outDir = mkdtempSync(join(tmpdir(), 'bench-'));
  const entry = fileURLToPath(new URL(`bench/${name}.ts`, import.meta.url));
  try {
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      build: { outDir, target: 'esnext', lib: { entry, formats: ['es'], fileName: () => `${name}.mjs` } },
    });
    return await import(pathToFileURL(join(outDir, `${name}.mjs`)).href);
  } finally {
    rmSync(outDir, { recursive: true });
  }
}

/**
 * @param {string[]} heads
 * @param {string[][]} rows
 */
function tableOf(heads, rows) {
  const rule = heads.map((_, k) => (k === 0 ? '---' : '--:'));
  return [heads, rule, ...rows].map((row) => `| ${row.join(' | ')} |`);
}

/**
 * @param {string} name
 * @param {number} loss
 * @param {number} expected
 */
function requireLoss(name, loss, expected) {
  // Single precision is as near as some packages come.
  if (!(Math.abs(loss - expected) <= 1e-4 * expected)) {
    throw new Error(`${name} finds the loss ${loss}; ${expected} is expected`);
  }
}

/** @type {typeof import('./bench/cases.ts')} */
const { cases } = await bundled('cases');
const { found, missing } = await findRivals(resolve(options.packages));
const rivals = Object.keys(found);

const lines = [
  `Contrastive loss, value and gradient, one core: median of ${rounds} interleaved rounds.`,
  `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}. In brackets, the multiple of the bare loop's speed.`,
  '',
];
const heads = ['case', 'bare loop, ms', 'library, ms', 'bare loop', 'library', ...rivals];
const note = 'Rates are in million pairs a second.';
console.log([...lines, note].join('\n'));
/** @type {string[][]} */
const table = [];
for (const make of cases) {
  const { title, pairs, given, bare, library } = make();
  /** @type {Record<string, (turn: number) => number>} */
  const ways = { bare, library };
  if (given && given.x1.length <= MOST) for (const name of rivals) ways[name] = found[name]?.(given) ?? bare;
  const expected = bare(0);
  for (const [name, way] of Object.entries(ways)) requireLoss(name, way(0), expected);
  const { bare: floor = NaN, library: ours = NaN } = timeInTurns({ bare, library }, rounds);
  const others = timeInTurns(Object.fromEntries(Object.entries(ways).slice(2)), Math.min(3, rounds));
  const rate = (/** @type {number | undefined} */ ms) =>
    ms === undefined ? '' : `${(pairs / ms / 1e3).toPrecision(3)} (${(floor / ms).toPrecision(2)})`;
  table.push([
    title,
    floor.toPrecision(3),
    ours.toPrecision(3),
    (pairs / floor / 1e3).toPrecision(3),
    rate(ours),
    ...rivals.map((name) => rate(others[name])),
  ]);
  console.log(table.at(-1)?.join(' | '));
}

/** @type {typeof import('./bench/training.ts')} */
const { trainingCases } = await bundled('training');
/** @type {typeof import('./digits/files.ts')} */
const { digitPictures } = await runTypeScript('digits/files.ts');
/** Steps before the first one is timed: the more pairs lie beyond the margin, the less there is to do. */
const WARM = 100;
const trainingHeads = ['training step, one core', 'here, ms', 'steps a second', 'PyTorch, ms'];
/** @type {string[][]} */
const training = [];
for (const make of trainingCases((digit, side) => digitPictures(digit, side).train)) {
  const { title, settings, step } = make();
  for (let k = 0; k < WARM; k++) step();
  const { step: ms = NaN } = timeInTurns({ step }, rounds);
  const isTimed = settings.loss === 'contrastive';
  const torch = isTimed
    ? torchStep({ inputs: settings.side ** 2, hidden: settings.hidden, pairs: settings.batch })
    : undefined;
  training.push([
    title,
    ms.toPrecision(3),
    (1000 / ms).toFixed(0),
    torch ? `${torch.ms.toPrecision(3)} (${torch.version})` : isTimed ? 'not installed' : '',
  ]);
  console.log(training.at(-1)?.join(' | '));
}

const markdown = [
  ...lines,
  note,
  '',
  ...tableOf(heads, table),
  '',
  ...tableOf(trainingHeads, training),
  ...missing.map(
    (name) => `\nNot installed, so not measured: ${name}. To add it: npm install --save-dev ${name}`,
  ),
  '',
].join('\n');
const file = join(root, 'build/bench.md');
mkdirSync(join(root, 'build'), { recursive: true });
writeFileSync(file, markdown);
console.log(`\n${markdown}\nWritten to ${file}`);
