import { digitSource } from './digits';
import { sampleSource } from './sample';
import type { PairSource } from './source';

export const SOURCES = { sample: sampleSource, digits: digitSource } as const satisfies Record<
  string,
  PairSource
>;
export type SourceName = keyof typeof SOURCES;
