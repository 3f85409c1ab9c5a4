import { digitFile } from './digit-files';

/** Reads a file of the site, by its address below the site's folder. */
export type ReadFile = (path: string) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * The site's folder: the scripts lie in a folder of it, and in development they are served from its root. A notebook gives
 * a script without a folder, and brings the files along.
 */
export function siteFolder(): string {
  const [folder, here] = [import.meta.env.DEV ? '/' : '../', import.meta.url];
  return new URL(folder, URL.canParse(folder, here) ? here : location.href).href;
}

/** The digits as a host reads them that brought the files along, by their addresses below the site's folder. */
export async function digitsBy(readFile: ReadFile, classes: readonly number[], side: number) {
  const files = classes.map((digit) => digitFile(digit, side));
  const bytes = await Promise.all(files.map(readFile));
  return Object.fromEntries(files.map((file, i) => [file, bytes[i] as Uint8Array<ArrayBuffer>]));
}
