import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';

/** What `pyproject.toml` says of the package. */
export interface Project {
  name: string;
  version: string;
  description: string;
  license: string;
  requiresPython: string;
  dependencies: string[];
  keywords: string[];
}

/**
 * Reads the few fields that a wheel needs of a `pyproject.toml`, which are written on one line each.
 * @throws Error that names a field that is missing
 */
export function readProject(toml: string): Project {
  const section = /^\[project\]\n([\s\S]*?)(?=^\[|$(?![\s\S]))/m.exec(toml)?.[1] ?? '';
  const field = (name: string): unknown => {
    const text = new RegExp(`^${name} = (.*)$`, 'm').exec(section)?.[1];
    if (text === undefined) throw new Error(`pyproject.toml: ${name} is missing, on one line of [project]`);
    // Strings and lists of strings are written alike in TOML and JSON.
    return JSON.parse(text);
  };
  return {
    name: field('name') as string,
    version: field('version') as string,
    description: field('description') as string,
    license: field('license') as string,
    requiresPython: field('requires-python') as string,
    dependencies: field('dependencies') as string[],
    keywords: field('keywords') as string[],
  };
}

/** The module’s name as a file has it: what pip calls a-b is a_b there. */
export const moduleOf = ({ name }: Project): string => name.replaceAll('-', '_');

export const wheelName = (project: Project): string =>
  `${moduleOf(project)}-${project.version}-py3-none-any.whl`;

function metadata(project: Project, readme: string): string {
  const { name, version, description, license, requiresPython, dependencies, keywords } = project;
  return [
    'Metadata-Version: 2.4',
    `Name: ${name}`,
    `Version: ${version}`,
    `Summary: ${description}`,
    `License-Expression: ${license}`,
    'License-File: LICENSE',
    `Keywords: ${keywords.join(',')}`,
    `Requires-Python: ${requiresPython}`,
    ...dependencies.map((dependency) => `Requires-Dist: ${dependency}`),
    'Description-Content-Type: text/markdown',
    '',
    readme,
  ].join('\n');
}

const WHEEL =
  'Wheel-Version: 1.0\nGenerator: contrastive-loss-by-hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n';

/**
 * A wheel of pure Python: an archive with the module, what pip is to know of it, and a hash of each file. It is made here
 * so that the site can offer it where no Python is installed.
 * @param files what the module holds, by their paths in it
 * @see https://packaging.python.org/en/latest/specifications/binary-distribution-format/
 */
export function packWheel(
  project: Project,
  files: Readonly<Record<string, Uint8Array>>,
  { readme, license }: { readme: string; license: string },
): Uint8Array {
  const module = moduleOf(project);
  const info = `${module}-${project.version}.dist-info`;
  const text = (content: string) => new TextEncoder().encode(content);
  const all: Record<string, Uint8Array> = {
    ...Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`${module}/${path}`, bytes])),
    [`${info}/METADATA`]: text(metadata(project, readme)),
    [`${info}/WHEEL`]: text(WHEEL),
    [`${info}/licenses/LICENSE`]: text(license),
  };
  const record = Object.entries(all).map(([path, bytes]) => {
    const hash = createHash('sha256').update(bytes).digest('base64url');
    return `${path},sha256=${hash},${bytes.length}`;
  });
  all[`${info}/RECORD`] = text([...record, `${info}/RECORD,,`, ''].join('\n'));
  return zipSync(all, { mtime: new Date(1980, 0, 1), level: 9 });
}
