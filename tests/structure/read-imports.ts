import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Import } from './rules';

const library = fileURLToPath(new URL('../../src/lib', import.meta.url));
const SCRIPT = /<script[^>]*>([\s\S]*?)<\/script>/g;
const STYLE_IMPORT = /@import\s+(?:url\()?['"]([^'"]+)['"]/g;
const URL_OR_GLOB = /(?:import\.meta\.glob(?:<[^(]*>)?|new URL)\(\s*['"]([^'"]+)['"]/g;

const firstGroups = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

/** Every module that a source file names: static, dynamic and type imports, re-exports, globs, workers and styles. */
export function specifiers(path: string, text: string): string[] {
  if (path.endsWith('.css')) return firstGroups(text, STYLE_IMPORT);
  const code = path.endsWith('.svelte') ? firstGroups(text, SCRIPT).join('\n') : text;
  const { importedFiles } = ts.preProcessFile(code, true, true);
  return [...importedFiles.map((file) => file.fileName), ...firstGroups(code, URL_OR_GLOB)];
}

function resolve(from: string, specifier: string): Import {
  const path = specifier
    .replace(/\?.*$/, '')
    .replace(/^\$lib\//, `${'../'.repeat(from.split('/').length - 1)}./`);
  if (!path.startsWith('.')) return { from, to: path, isPackage: true };
  return { from, to: posix.join(dirname(from), path), isPackage: false };
}

/** Every import in src/lib. */
export function libraryImports(): Import[] {
  return readdirSync(library, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|js|svelte|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((path) => {
      const from = relative(library, path).split(sep).join('/');
      return specifiers(path, readFileSync(path, 'utf8')).map((specifier) => resolve(from, specifier));
    });
}

const moduleName = (path: string) => path.replace(/(\/index)?(\.[jt]s)?$/, '');

/** The modules that need themselves on the way round: what is left where nothing can be loaded first, or last. */
export function circles(imports: readonly Import[]): string[] {
  let left = imports
    .filter(({ isPackage }) => !isPackage)
    .map(({ from, to }) => ({ from: moduleName(from), to: moduleName(to) }));
  for (;;) {
    const [asking, asked] = [new Set(left.map(({ from }) => from)), new Set(left.map(({ to }) => to))];
    const further = left.filter(({ from, to }) => asking.has(to) && asked.has(from));
    if (further.length === left.length) return [...new Set(left.map(({ from }) => from))].sort();
    left = further;
  }
}
