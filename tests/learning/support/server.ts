import { gzipSync } from 'node:zlib';
import { vi } from 'vitest';
import { digitPictures } from '../../../scripts/digits/files';
import { encodeDigit } from '../../../src/lib/learning';

/** Answers fetches of digits as the built site does, until globals are restored; the addresses asked for, as they come. */
export function digitServer(): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: URL) => {
    asked.push(address.href);
    const [side, digit] = address.pathname.split('/').slice(-2) as [string, string];
    return Promise.resolve(new Response(gzipSync(encodeDigit(digitPictures(parseInt(digit), Number(side))))));
  });
  return asked;
}
