import { strToU8, zipSync } from 'fflate';

/** Files as a zip archive. The same files give the same bytes. */
export function zip(files: Record<string, string | Uint8Array>): Uint8Array<ArrayBuffer> {
  const contents = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(contents), {
    level: 9,
    mtime: new Date(1980, 0, 1),
  }) as Uint8Array<ArrayBuffer>;
}
