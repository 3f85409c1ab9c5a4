// Makes what the Python package in python/ does not keep: a class for each widget, the script that draws them and the
// files that they load; and packs it as a wheel into static/python/. Needs no Python. A part of `npm run build`, and after
// it by itself: `npm run build:python`.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTypeScript } from './run-typescript.mjs';

/** @type {typeof import('./python/classes.ts')} */
const { pythonClasses } = await runTypeScript('python/classes.ts');
/** @type {typeof import('./python/wheel.ts')} */
const { moduleOf, packWheel, readProject, wheelName } = await runTypeScript('python/wheel.ts');
/** @type {typeof import('../src/lib/widgets/registry')} */
const { definitions } = await runTypeScript('../src/lib/widgets/registry.ts');

const root = fileURLToPath(new URL('..', import.meta.url));
const home = join(root, 'python');
const project = readProject(readFileSync(join(home, 'pyproject.toml'), 'utf8'));
const module = join(home, 'src', moduleOf(project));

const script = join(root, 'static/embed/anywidget.js');
if (!existsSync(script)) throw new Error('There is no static/embed/anywidget.js: npm run build');

writeFileSync(join(module, '_widgets.py'), pythonClasses(definitions));
rmSync(join(module, 'static'), { recursive: true, force: true });
const carried = Object.values(definitions).flatMap(({ files = [] }) => files);
for (const file of ['embed/anywidget.js', ...carried]) {
  const target = join(module, 'static', file === 'embed/anywidget.js' ? 'anywidget.js' : file);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(join(root, 'static', file), target);
}
cpSync(join(root, 'LICENSE'), join(home, 'LICENSE'));

/** @type {Record<string, Uint8Array>} */
const files = {};
for (const entry of readdirSync(module, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || entry.name.endsWith('.pyc')) continue;
  const file = join(entry.parentPath, entry.name);
  files[relative(module, file).split(sep).join('/')] = readFileSync(file);
}
const readme = readFileSync(join(home, 'README.md'), 'utf8');
const license = readFileSync(join(home, 'LICENSE'), 'utf8');
const target = join(root, 'static/python');
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const wheel = packWheel(project, files, { readme, license });
writeFileSync(join(target, wheelName(project)), wheel);
console.log(
  `${wheelName(project)}: ${Object.keys(definitions).length} classes, ${(wheel.length / 1e6).toFixed(1)} MB`,
);
