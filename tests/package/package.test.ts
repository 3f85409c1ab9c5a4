import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { gzipSync } from 'node:zlib';
import { publint } from 'publint';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { losses } from '../../src/lib/losses';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = join(root, 'package');
/** The programs that its README shows. */
const examples = [...readFileSync(join(source, 'README.md'), 'utf8').matchAll(/```js\n([^]*?)```/g)].map(
  ([, program = '']) => program,
);
let folder: string;
let tarball: string;
let files: string[];

/** An empty project with the package in it, as npm unpacks it. */
function project(): string {
  const home = join(folder, 'project');
  const target = join(home, 'node_modules/metric-learning-losses');
  mkdirSync(target, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{ "type": "module" }');
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', target]);
  return home;
}

/** What a script prints that runs in the project. */
function run(home: string, script: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: home,
    encoding: 'utf8',
  });
}

/** The names under which the installed package exports its declared losses. */
async function declarations(home: string): Promise<string[]> {
  const own = (await import(join(home, 'node_modules/metric-learning-losses/dist/index.js'))) as object;
  const names = Object.entries(own).filter(([, { id } = { id: '' }]) => losses[id] !== undefined);
  expect(names.length).toBe(Object.keys(losses).length);
  return names.map(([name]) => name);
}

/** What a bundler makes of one export of the installed package. */
async function bundled(home: string, name: string): Promise<string> {
  const entry = join(home, 'entry.js');
  writeFileSync(entry, `export { ${name} } from 'metric-learning-losses';`);
  const built = await build({
    root: home,
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: true, lib: { entry, formats: ['es'], fileName: 'entry' } },
  });
  const [bundle] = (Array.isArray(built) ? built : [built]) as { output: { code: string }[] }[];
  return bundle?.output[0]?.code ?? '';
}

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts/build-package.mjs')]);
  folder = mkdtempSync(join(tmpdir(), 'package-'));
  const report = execFileSync('npm', ['pack', source, '--json', '--pack-destination', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [packed] = JSON.parse(report) as [{ filename: string; files: { path: string }[] }];
  tarball = join(folder, packed.filename);
  files = packed.files.map((file) => file.path);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package of the losses', () => {
  it('holds its code, its types, its licence and its README, and nothing else', () => {
    const others = files.filter((path) => !/^dist\/(code\/)?[\w-]+\.(js|d\.ts)$/.test(path)).sort();
    expect(others).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']);
    expect(files).toContain('dist/index.js');
  });

  it('takes some 3,400 bytes a loss, its types and its programs with it', () => {
    expect(readFileSync(tarball).length / Object.keys(losses).length).toBeLessThan(3_400);
  });

  it('puts little into a bundle for any one loss', async () => {
    const home = project();
    for (const name of await declarations(home))
      expect(gzipSync(await bundled(home, name)).length, name).toBeLessThan(5_000);
  });

  it('leaves out of a bundle every declaration that nobody takes', async () => {
    const home = project();
    for (const [name, limit] of Object.entries({ contrastive: 1_500, triplet: 1_500, arcFace: 3_000 })) {
      const bundle = await bundled(home, name);
      expect(bundle).not.toMatch(/formula:|references:/);
      expect(gzipSync(bundle).length, name).toBeLessThan(limit);
    }
    // Not every bundler finds out by itself that nothing happens where a constant is made.
    const unmarked = files
      .filter((path) => path.endsWith('.js'))
      .filter((path) =>
        /^(export )?const \w+ = (defineLoss|[\w.]+\()/m.test(
          readFileSync(join(home, 'node_modules/metric-learning-losses', path), 'utf8'),
        ),
      );
    expect(unmarked).toEqual([]);
  });

  it('has its version at the head of its changelog', () => {
    const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string };
    expect(readFileSync(join(source, 'CHANGELOG.md'), 'utf8')).toMatch(
      new RegExp(`^# Changelog\\n\\n## ${version}\\n`),
    );
  });

  it('has no dependency', () => {
    const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
    expect([dependencies, peerDependencies]).toEqual([undefined, undefined]);
  });

  it('breaks no rule of publint', async () => {
    const { messages } = await publint({ pkgDir: source, strict: true });
    expect(messages).toEqual([]);
  });

  it('has types that resolve wherever a module does', async () => {
    const result = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(tarball))));
    if (!result.types) throw new Error('the package has no types');
    // A CommonJS caller loads a module of this kind by import(), as a package of modules alone must ask for.
    const problems = result.problems.filter(({ kind }) => kind !== 'CJSResolvesToESM');
    expect(problems).toEqual([]);
  });

  it('computes, installed in an empty project', () => {
    const home = project();
    expect(existsSync(join(home, 'node_modules/metric-learning-losses/dist/index.js'))).toBe(true);
    const script =
      "import { contrastive } from 'metric-learning-losses'; console.log(contrastive([0], [0.5], 1).loss)";
    expect(run(home, script).trim()).toBe('0.125');
  });

  it('does what its README shows', () => {
    expect(examples.length).toBe(6);
    const home = project();
    for (const example of examples) expect(run(home, example)).not.toMatch(/NaN|undefined/);
  });

  it('has types under which what its README shows is strictly right', () => {
    const home = project();
    const paths = examples.map((example, k) => {
      const path = join(home, `example${k}.ts`);
      writeFileSync(path, example);
      return path;
    });
    const options = '--strict --noEmit --target es2022 --module nodenext'.split(' ');
    const { stdout } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), ...options, ...paths],
      { cwd: home, encoding: 'utf8' },
    );
    expect(stdout).toBe('');
  });
});
