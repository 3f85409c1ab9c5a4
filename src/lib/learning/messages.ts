import type { DigitsError } from './digits';
import type { Measured } from './measure';
import type { SavedNetwork } from './saved';
import { changeFrom, settingsFrom, type Change, type Settings } from './settings';
import type { TowersLook } from './towers';
import type { StepReport } from './trainer';

/** What a page may ask of a training engine. Each command has a ticket, which its answer carries. */
export type Command = { ticket: number } & (
  | {
      type: 'open';
      settings: Settings;
      /** The folder of the site, where the digits are. */
      base: string;
      /** Files that the host brought along, by their addresses below the folder. */
      files?: Readonly<Record<string, Uint8Array<ArrayBuffer>>> | undefined;
    }
  | { type: 'advance'; steps: number }
  | { type: 'change'; change: Change }
  | { type: 'rewind' }
  | { type: 'network' }
  | { type: 'restore'; steps: number; weights: Float32Array }
  | { type: 'embed'; grey: Uint8Array }
);

/** Held-out pictures, in the order of the embeddings. */
export interface HeldOut {
  side: number;
  /** Greys from 0 to 255, picture after picture. */
  grey: Uint8Array;
  /** The place of each one's class in the settings' classes. */
  labels: Uint8Array;
}

/** Where a run is. */
export interface Snapshot {
  steps: number;
  dim: number;
  /** Of the held-out pictures, flat; none of two towers. */
  embeddings: Float64Array;
  /** The class weights, flat; all zero where the loss has none. */
  rows: Float64Array;
  /** What was found on the way since the last snapshot. */
  reports: StepReport[];
  /** Evaluations on the way since the last snapshot, each with its step. */
  evaluations: (Measured & { step: number })[];
  /** What two towers had come to on the way since the last snapshot; none of one network. */
  looks: (TowersLook & { step: number })[];
}

export type Failure = DigitsError['reason'] | 'diverged' | 'refused';

/** What an engine answers. `progress` may come several times before the answer proper. */
export type Report =
  | { type: 'hello' }
  | ({ ticket: number } & (
      | { type: 'progress'; what: 'digits' | 'neighbours'; done: number; all: number }
      | { type: 'opened'; held: HeldOut; snapshot: Snapshot }
      | { type: 'snapshot'; snapshot: Snapshot }
      | { type: 'network'; network: SavedNetwork }
      | { type: 'embedded'; embeddings: Float64Array }
      | { type: 'failed'; reason: Failure; message: string }
    ));

/** The most steps that one command may ask for. */
const MOST_STEPS = 10_000;

type Fields = Record<string, unknown>;

const CHECKS: Record<Command['type'], (fields: Fields) => void> = {
  open: ({ settings, base, files = {} }) => {
    settingsFrom({ ...(settings as Fields) });
    if (typeof base !== 'string' || !URL.canParse(base))
      throw new RangeError(`base is ${String(base)}; an address is needed`);
    if (!Object.values(files as Fields).every((file) => file instanceof Uint8Array))
      throw new RangeError('files has one that is no Uint8Array');
  },
  advance: ({ steps }) => requireWhole('steps', steps, 1, MOST_STEPS),
  change: ({ change }) => void changeFrom({ ...(change as Fields) }),
  rewind: () => undefined,
  network: () => undefined,
  restore: ({ steps, weights }) => {
    requireWhole('steps', steps, 0, Number.MAX_SAFE_INTEGER);
    if (!(weights instanceof Float32Array)) throw new RangeError('weights is no Float32Array');
  },
  embed: ({ grey }) => {
    if (!(grey instanceof Uint8Array)) throw new RangeError('grey is no Uint8Array');
  },
};

function requireWhole(name: string, value: unknown, min: number, max: number): void {
  if (!Number.isInteger(value) || (value as number) < min || (value as number) > max) {
    throw new RangeError(`${name} is ${String(value)}; a whole number from ${min} to ${max} is allowed`);
  }
}

/**
 * Reads what came over a channel: a command, or why it is refused, with the ticket where it has one.
 */
export function readCommand(data: unknown): { command: Command } | { ticket: number; problem: string } {
  const fields: Fields = typeof data === 'object' && data !== null ? { ...data } : {};
  const { ticket, type } = fields;
  if (typeof ticket !== 'number') return { ticket: -1, problem: 'the message has no ticket' };
  if (typeof type !== 'string' || !Object.hasOwn(CHECKS, type)) {
    return {
      ticket,
      problem: `type is ${String(type)}; one of ${Object.keys(CHECKS).join(', ')} is allowed`,
    };
  }
  try {
    CHECKS[type as Command['type']](fields);
    return { command: data as Command };
  } catch (error) {
    return { ticket, problem: error instanceof Error ? error.message : String(error) };
  }
}

const REPORTS: readonly string[] = ['progress', 'opened', 'snapshot', 'network', 'embedded', 'failed'];

/** Reads what an engine sent, or nothing where it is no report. */
export function readReport(data: unknown): Report | undefined {
  if (typeof data !== 'object' || data === null || !('type' in data)) return undefined;
  if (data.type === 'hello') return { type: 'hello' };
  const known = typeof data.type === 'string' && REPORTS.includes(data.type);
  return known && 'ticket' in data && typeof data.ticket === 'number' ? (data as Report) : undefined;
}
