import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../../content/pages/', import.meta.url);

/** Every page that is a chapter, as the addresses name it. */
export const CHAPTERS = readdirSync(folder)
  .filter((file) => /^order:/m.test(readFileSync(new URL(file, folder), 'utf8')))
  .map((file) => file.replace(/\.md$/, ''));
