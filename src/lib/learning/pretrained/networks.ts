import { Embedder } from '../embedder';
import { unpackNetwork } from '../quantized';
import { settingsFrom } from '../settings';
import pretrained from './networks.json';

/** The networks that come with the pages: of ten digits to two numbers, or to sixteen. */
export type PretrainedName = 'plane' | 'space';

function unpacked(name: PretrainedName): Embedder {
  const { settings, ...packed } = pretrained[name];
  return new Embedder(unpackNetwork({ ...packed, settings: settingsFrom(settings) }));
}

const made: Partial<Record<PretrainedName, Embedder>> = {};

/**
 * A network trained on all ten digits with the contrastive loss, margin 1, for 3,000 steps from seed 1, by
 * `scripts/pretrain-networks.mjs`. Unpacked when it is first asked for.
 */
export function pretrainedNetwork(name: PretrainedName): Embedder {
  return (made[name] ??= unpacked(name));
}
