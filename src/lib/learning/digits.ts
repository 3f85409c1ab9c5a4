/** Pictures of one digit: those to learn from, and those held out to see what was learned. Greys from 0 to 255. */
export interface DigitPictures {
  digit: number;
  /** Pixels along a side: 14 or 28. */
  side: number;
  /** Count · side² bytes, picture after picture, row after row. */
  train: Uint8Array;
  held: Uint8Array;
}

/** Why pictures are not there: `unreachable` may be tried again, `malformed` means that the file is not what it should be. */
export class DigitsError extends Error {
  override readonly name = 'DigitsError';
  readonly reason: 'unreachable' | 'malformed';

  constructor(reason: 'unreachable' | 'malformed', message: string) {
    super(message);
    this.reason = reason;
  }
}

/** First bytes of a file: what it is and its version. */
const MAGIC = 'DIG1';
const HEAD = 10;

/**
 * The bytes of a file of one digit, before compression: `DIG1`, the digit, the side, how many pictures to learn from and
 * how many held out (two bytes each, the lower first), and their greys.
 */
export function encodeDigit({ digit, side, train, held }: DigitPictures): Uint8Array {
  const pixels = side * side;
  const bytes = new Uint8Array(HEAD + train.length + held.length);
  const view = new DataView(bytes.buffer);
  for (let k = 0; k < MAGIC.length; k++) bytes[k] = MAGIC.charCodeAt(k);
  bytes[4] = digit;
  bytes[5] = side;
  view.setUint16(6, train.length / pixels, true);
  view.setUint16(8, held.length / pixels, true);
  bytes.set(train, HEAD);
  bytes.set(held, HEAD + train.length);
  return bytes;
}

/** @throws DigitsError `malformed`, saying what is wrong */
export function decodeDigit(bytes: Uint8Array): DigitPictures {
  const malformed = (what: string) => new DigitsError('malformed', `these are no digits: ${what}`);
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length));
  if (bytes.length < HEAD || magic !== MAGIC) throw malformed(`the file does not begin with ${MAGIC}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [digit, side] = [view.getUint8(4), view.getUint8(5)];
  if (digit > 9 || (side !== 14 && side !== 28)) throw malformed(`digit ${digit} with ${side} pixels a side`);
  const [train, held] = [view.getUint16(6, true), view.getUint16(8, true)].map((n) => n * side * side) as [
    number,
    number,
  ];
  if (bytes.length !== HEAD + train + held) {
    throw malformed(`${bytes.length} bytes, where ${HEAD + train + held} are announced`);
  }
  return {
    digit,
    side,
    train: bytes.slice(HEAD, HEAD + train),
    held: bytes.slice(HEAD + train),
  };
}
