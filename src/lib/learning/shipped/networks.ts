import { Embedder } from '../embedder';
import { unpackNetwork, type PackedNetwork } from '../packed';
import shipped from './networks.json';

/** The networks that come with the pages: of ten digits to two numbers, or to sixteen. */
export type ShippedName = 'plane' | 'space';

const unpacked = (name: ShippedName) => new Embedder(unpackNetwork(shipped[name] as PackedNetwork));

const made: Partial<Record<ShippedName, Embedder>> = {};

/**
 * A network trained on all ten digits with the contrastive loss, margin 1, for 3,000 steps from seed 1, by
 * `scripts/ship-networks.mjs`. Unpacked when it is first asked for.
 */
export function shippedNetwork(name: ShippedName): Embedder {
  return (made[name] ??= unpacked(name));
}
