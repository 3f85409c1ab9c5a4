import { settingsFrom, type Settings } from './settings';
import { shapeOf, weightCount } from './shape';

/** A trained network: how it came about, and its weights. */
export interface SavedNetwork {
  settings: Settings;
  /** Steps taken. */
  steps: number;
  /** All weights in the order of `Weights.all`. */
  weights: Float32Array;
}

/** What the first field of a file says. */
const FORMAT = 'contrastive-loss-by-hand/network';
const FORMAT_VERSION = 1;

/** A file that is no network, or no longer the one that was saved; the message says why. */
export class SavedNetworkError extends Error {
  override readonly name = 'SavedNetworkError';
  /** Why, without saying of what. */
  readonly reason: string;

  constructor(reason: string) {
    super(`This file was not read: ${reason}.`);
    this.reason = reason;
  }
}

/** CRC-32 as in ISO 3309 and PNG, of a text's UTF-8 bytes, in eight hexadecimal digits. */
export function crc32(text: string): string {
  let crc = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}

/** Single-precision numbers as bytes, the lower byte first whatever the machine. */
export function littleEndian(numbers: Float32Array): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(4 * numbers.length));
  numbers.forEach((value, k) => view.setFloat32(4 * k, value, true));
  return new Uint8Array(view.buffer);
}

/** The same bytes as base64. */
export function toBase64(numbers: Float32Array): string {
  let binary = '';
  for (const byte of littleEndian(numbers)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function fromBase64(text: string): Float32Array {
  const binary = atob(text);
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: Math.floor(bytes.length / 4) }, (_, k) => view.getFloat32(4 * k, true));
}

/** The one file of a network, as text: JSON whose last field is a checksum of the others. */
export function writeNetwork({ settings, steps, weights }: SavedNetwork): string {
  const content = { format: FORMAT, version: FORMAT_VERSION, settings, steps, weights: toBase64(weights) };
  return `${JSON.stringify({ ...content, checksum: crc32(JSON.stringify(content)) }, null, 1)}\n`;
}

const LONGEST = 300;

/** Refuses a file; of a long reason, which quotes the file, the beginning and what is allowed at its end are told. */
const refuse = (why: string): never => {
  const told = why.length > LONGEST ? `${why.slice(0, LONGEST / 2)} … ${why.slice(-LONGEST / 2)}` : why;
  throw new SavedNetworkError(told);
};

/**
 * Reads a network's file. Nothing is changed by reading: it is for the caller to use what comes back.
 * @throws SavedNetworkError saying why the file is refused
 */
export function readNetwork(text: string): SavedNetwork {
  const { checksum, ...content } = parsed(text);
  if (content.format !== FORMAT) refuse('it is not a network saved here');
  if (content.version !== FORMAT_VERSION) {
    refuse(
      `its version is ${JSON.stringify(content.version)}, and this page reads version ${FORMAT_VERSION}`,
    );
  }
  if (checksum !== crc32(JSON.stringify(content))) refuse('it is damaged, for its checksum does not match');
  const { steps, settings } = content;
  if (typeof steps !== 'number' || !Number.isSafeInteger(steps) || steps < 0)
    refuse('it does not say its steps');
  const checked = checkedSettings(settings);
  const weights = decoded(content.weights);
  const expected = weightCount(shapeOf(checked));
  if (weights.length !== expected) {
    refuse(`it has ${weights.length} weights, and its settings call for ${expected}`);
  }
  if (!weights.every(Number.isFinite)) refuse('a weight is not a finite number');
  return { settings: checked, steps: steps as number, weights };
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // What is no JSON is refused below, like JSON that is no object.
  }
  return refuse('it is not a network saved here');
}

function checkedSettings(settings: unknown): Settings {
  try {
    return settingsFrom({ ...(settings as Record<string, unknown>) });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function decoded(weights: unknown): Float32Array {
  try {
    return fromBase64(String(weights));
  } catch {
    return refuse('its weights cannot be decoded');
  }
}
