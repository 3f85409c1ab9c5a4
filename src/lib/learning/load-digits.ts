import { digitFile } from './digit-files';
import { decodeDigit, DigitsError, type DigitPictures } from './digits';

/** Bytes that have come, of those that are expected. */
export type Progress = (loaded: number, expected: number) => void;

export interface LoadOptions {
  /** Pixels along a side: 14 or 28. */
  side: number;
  /** The folder of the site, as an absolute address that ends in a slash. */
  base: string;
  /** Files that are here already, by their addresses below the folder. */
  files?: Readonly<Record<string, Uint8Array<ArrayBuffer>>> | undefined;
  onprogress?: Progress;
  signal?: AbortSignal;
}

/** What a file is expected to weigh until the server has said so. */
const EXPECTED: Record<number, number> = { 14: 60_000, 28: 140_000 };

/**
 * Loads the pictures of some digits, each digit from a file of its own, so that two cost no more than two.
 *
 * @returns them in the order asked for
 * @throws DigitsError; nothing is remembered of a failed try, so that it can simply be made again
 */
export async function loadDigits(
  digits: readonly number[],
  { side, base, files = {}, onprogress, signal }: LoadOptions,
): Promise<DigitPictures[]> {
  const loaded = digits.map(() => 0);
  const expected = digits.map(() => EXPECTED[side] ?? 0);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
  const tell = () => onprogress?.(sum(loaded), sum(expected));
  const one = async (digit: number, i: number) => {
    const file = digitFile(digit, side);
    const address = new URL(file, base);
    const here = Object.hasOwn(files, file) ? files[file] : undefined;
    const packed =
      here ??
      (await fetchBytes(address, signal, (got, all) => {
        loaded[i] = got;
        expected[i] = Math.max(got, all ?? expected[i] ?? 0);
        tell();
      }));
    const pictures = decodeDigit(await unpacked(packed, address));
    if (pictures.digit !== digit || pictures.side !== side) {
      throw new DigitsError('malformed', `${address.href} holds the digit ${pictures.digit}`);
    }
    return pictures;
  };
  tell();
  return Promise.all(digits.map(one));
}

async function fetchBytes(
  address: URL,
  signal: AbortSignal | undefined,
  onprogress: (loaded: number, all: number | undefined) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const unreachable = (why: string) =>
    new DigitsError('unreachable', `the digits at ${address.href} cannot be loaded: ${why}`);
  try {
    const response = await fetch(address, { signal: signal ?? null });
    if (!response.ok || !response.body) throw unreachable(`the server answers ${response.status}`);
    const length = Number(response.headers.get('content-length'));
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let loaded = 0;
    const reader = response.body.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      parts.push(next.value);
      loaded += next.value.length;
      onprogress(loaded, length > 0 ? length : undefined);
    }
    onprogress(loaded, loaded);
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  } catch (error) {
    if (error instanceof DigitsError) throw error;
    throw unreachable(error instanceof Error ? error.message : String(error));
  }
}

/** The files are compressed by themselves, for hosts that compress nothing. */
async function unpacked(bytes: Uint8Array<ArrayBuffer>, address: URL): Promise<Uint8Array> {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    throw new DigitsError('malformed', `${address.href} cannot be unpacked`);
  }
}
