import type { Page } from 'playwright-core';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { serve } from '../../../scripts/static-server.mjs';

/** Where packages are unpacked and served, as a learning platform does it. */
export interface CourseHost {
  folder: string;
  /** Its address, with a slash at the end. */
  url: string;
  /** Unpacks a package into a folder of that name. @returns the files in it, by name */
  unpack: (archive: Uint8Array, name: string) => string[];
  close: () => Promise<void>;
}

export async function hostCourses(): Promise<CourseHost> {
  const folder = mkdtempSync(join(tmpdir(), 'course-'));
  const host = await serve({ root: folder });
  return {
    folder,
    url: host.url,
    unpack: (archive, name) => {
      const files = unzipSync(archive);
      for (const [file, content] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name, file)), { recursive: true });
        writeFileSync(join(folder, name, file), content);
      }
      return Object.keys(files).sort();
    },
    close: async () => {
      await host.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The file that the builder makes when this button is pressed. */
export async function downloadBy(page: Page, button: RegExp): Promise<Uint8Array> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return new Uint8Array(readFileSync(await file.path()));
}
