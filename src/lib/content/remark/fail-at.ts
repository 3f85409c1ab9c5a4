import { relative } from 'node:path';
import type { Node, PageFile } from './tree';

/** Stops the build with the place in the author's file: `content/pages/home.md:12: …`. */
export function failAt(file: PageFile, at: Node | number, message: string): never {
  const line = typeof at === 'number' ? at : at.position?.start.line;
  throw new Error(`${relative(process.cwd(), file.filename)}${line ? `:${line}` : ''}: ${message}`);
}
