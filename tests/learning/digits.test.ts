import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { digitPictures, HELD, TRAIN } from '../../scripts/digits/files';
import { decodeDigit, DigitsError, encodeDigit, loadDigits } from '../../src/lib/learning';
import { digitServer } from './support/server';

afterEach(() => void vi.unstubAllGlobals());

test('every digit has as many pictures as every other, none of them both learned from and held out', () => {
  for (let digit = 0; digit < 10; digit++) {
    const { train, held } = digitPictures(digit, 14);
    expect([train.length, held.length]).toEqual([TRAIN * 196, HELD * 196]);
    const texts = (part: Uint8Array) =>
      Array.from({ length: part.length / 196 }, (_, i) => part.subarray(196 * i, 196 * (i + 1)).join());
    const learned = new Set(texts(train));
    expect(texts(held).filter((text) => learned.has(text))).toEqual([]);
  }
});

describe('the file of a digit', () => {
  const pictures = digitPictures(4, 14);
  const bytes = encodeDigit(pictures);

  it('is read as it was written', () => {
    expect(decodeDigit(bytes)).toEqual(pictures);
  });

  test.each([
    ['is empty', new Uint8Array(0), 'does not begin with DIG1'],
    ['is something else', new TextEncoder().encode('<!doctype html>'), 'does not begin with DIG1'],
    ['is cut off', bytes.subarray(0, 1000), '1000 bytes, where'],
    ['has a side that there is not', bytes.with(5, 13), 'digit 4 with 13 pixels a side'],
  ])('is refused when it %s', (_, broken, message) => {
    expect(() => decodeDigit(broken)).toThrow(message);
    expect(() => decodeDigit(broken)).toThrow(DigitsError);
  });
});

describe('loading', () => {
  const base = 'https://example.org/some/where/';

  it('fetches only the digits asked for, from below the folder of the site, and tells how far it is', async () => {
    const asked = digitServer();
    const progress: number[] = [];
    const onprogress = (loaded: number, expected: number) => progress.push(loaded / expected);
    const [nine, four] = await loadDigits([9, 4], { side: 14, base, onprogress });
    expect(asked).toEqual([`${base}digits/14/9.bin`, `${base}digits/14/4.bin`]);
    expect(nine).toEqual(digitPictures(9, 14));
    expect(four?.digit).toBe(4);
    expect(progress[0]).toBe(0);
    expect(progress.at(-1)).toBe(1);
  });

  test.each([
    ['the server knows no such file', () => new Response('', { status: 404 }), 'unreachable', 'answers 404'],
    ['nothing answers', () => Promise.reject(new TypeError('no network')), 'unreachable', 'no network'],
    ['something else comes', () => new Response('<html>'), 'malformed', 'cannot be unpacked'],
    [
      'another digit comes',
      () => new Response(gzipSync(encodeDigit(digitPictures(3, 14)))),
      'malformed',
      'digit 3',
    ],
  ])('says so when %s', async (_, answer, reason, message) => {
    vi.stubGlobal('fetch', answer);
    const failure = await loadDigits([4], { side: 14, base }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DigitsError);
    expect(failure).toMatchObject({ reason });
    expect(String(failure)).toContain(message);
  });
});
