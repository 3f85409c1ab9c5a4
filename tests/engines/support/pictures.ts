import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tab } from './tab';

/** Keeps a picture of what a tab shows for somebody to look at, where PICTURES in the environment names a folder. */
export async function keepPicture(tab: Tab, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.png`), await tab.picture());
}
