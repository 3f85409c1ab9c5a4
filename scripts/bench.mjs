// npm run bench [-- --rounds 9]: how fast the contrastive loss is, value and gradient, beside a bare loop over typed
// arrays in the same run, and beside packages for arrays. Then how long a training step takes, beside TensorFlow.js, and
// PyTorch where a Python has it. Writes build/bench.md. Times are for the ratios: machines differ and drift.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { rivals } from './bench/rivals.mjs';
import { timeInTurns } from './bench/timing.mjs';
import { torchStep } from './bench/torch.mjs';
import { runTypeScript } from './run-typescript.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '9' } } });
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
      ssr: { noExternal: true },
      build: {
        outDir,
        target: 'esnext',
        minify: true,
        ssr: entry,
        rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
      },
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
/** @type {typeof import('./bench/tfjs.ts')} */
const { tfjsLoss, tfjsStep } = await bundled('tfjs');
const others = Object.entries({ ...rivals, 'TensorFlow.js': await tfjsLoss() });

const lines = [
  `Contrastive loss, value and gradient, one core: median of ${rounds} interleaved rounds.`,
  `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}. In brackets, the multiple of the bare loop's speed.`,
  '',
];
const heads = [
  'case',
  'bare loop, ms',
  'library, ms',
  'bare loop',
  'library',
  ...others.map(([name]) => name),
];
const note = 'Rates are in million pairs a second.';
console.log([...lines, note].join('\n'));
/** @type {string[][]} */
const table = [];
for (const make of cases) {
  const { title, pairs, given, bare, library } = make();
  /** @type {Record<string, (turn: number) => number>} */
  const ways = { bare, library };
  if (given && given.x1.length <= MOST) for (const [name, way] of others) ways[name] = way(given);
  const expected = bare(0);
  for (const [name, way] of Object.entries(ways)) requireLoss(name, way(0), expected);
  const { bare: floor = NaN, library: ours = NaN } = timeInTurns({ bare, library }, rounds);
  const theirs = timeInTurns(Object.fromEntries(Object.entries(ways).slice(2)), Math.min(3, rounds));
  const rate = (/** @type {number | undefined} */ ms) =>
    ms === undefined ? '' : `${(pairs / ms / 1e3).toPrecision(3)} (${(floor / ms).toPrecision(2)})`;
  table.push([
    title,
    floor.toPrecision(3),
    ours.toPrecision(3),
    (pairs / floor / 1e3).toPrecision(3),
    rate(ours),
    ...others.map(([name]) => rate(theirs[name])),
  ]);
  console.log(table.at(-1)?.join(' | '));
}

/** @type {typeof import('./bench/training.ts')} */
const { trainingCases } = await bundled('training');
/** @type {typeof import('./digits/files.ts')} */
const { digitPictures } = await runTypeScript('digits/files.ts');
/** Steps before the first one is timed: the more pairs lie beyond the margin, the less there is to do. */
const WARM = 100;
const trainingHeads = [
  'training step, one core',
  'here, ms',
  'steps a second',
  'TensorFlow.js on the processor, ms',
  'PyTorch, ms',
];
/** @type {string[][]} */
const training = [];
for (const make of trainingCases((digit, side) => digitPictures(digit, side).train)) {
  const { title, settings, step } = make();
  for (let k = 0; k < WARM; k++) step();
  const isTimed = settings.loss === 'contrastive';
  const size = { inputs: settings.side ** 2, hidden: settings.hidden, pairs: settings.batch };
  const tfjs = isTimed ? await tfjsStep(size) : undefined;
  /** @type {Record<string, () => unknown>} */
  const ways = tfjs ? { here: step, tfjs: tfjs.step } : { here: step };
  const { here = NaN, tfjs: theirs } = timeInTurns(ways, rounds);
  const torch = isTimed ? torchStep(size) : undefined;
  training.push([
    title,
    here.toPrecision(3),
    (1000 / here).toFixed(0),
    tfjs && theirs ? `${theirs.toPrecision(3)} (${tfjs.version})` : '',
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
  '',
].join('\n');
const file = join(root, 'build/bench.md');
mkdirSync(join(root, 'build'), { recursive: true });
writeFileSync(file, markdown);
console.log(`\n${markdown}\nWritten to ${file}`);
