import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { pathOf } from '../../../scripts/engines/programs.mjs';
import type { EngineName } from './engines';

/** An object of the tree that a screen reader reads. */
export interface Accessible {
  role: string;
  name: string;
  /** Its own words, without those of its children. */
  text: string;
}

/** The names by which the browsers enter the desktop's list of applications. */
const APPLICATIONS: Record<EngineName, string> = {
  Chromium: 'Chromium',
  Firefox: 'Firefox',
  WebKit: 'MiniBrowser',
};

const script = fileURLToPath(new URL('accessibility-tree.py', import.meta.url));

/** All that a browser tells a screen reader of the page it shows, in order. */
export async function readTree(engine: EngineName): Promise<Accessible[]> {
  const { stdout } = await promisify(execFile)(pathOf('python'), [script, APPLICATIONS[engine]], {
    env: { ...process.env, ...inject('desktop') },
    maxBuffer: 100_000_000,
  });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Accessible);
}
