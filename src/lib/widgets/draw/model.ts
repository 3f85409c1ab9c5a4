import { rasterise } from '../../geometry/raster';
import { Embedder } from '../../learning/embedder';
import { CHOICE, halved, type Digit } from '../../learning/pretrained/digits';
import { pretrainedNetwork, type PretrainedName } from '../../learning/pretrained/networks';
import type { Drawing } from '../../state/drawings';
import { Atlas } from './atlas';
import { nearest, vote } from './neighbours';

export interface DrawValues {
  network: PretrainedName;
  input: 'drawn' | 'held';
  picture: number;
  drawing: readonly Drawing[];
  sign: readonly Drawing[];
  k: number;
}

/** Neighbours that are shown. */
const SHOWN = 5;

const atlases = new WeakMap<Embedder, Atlas>();

/** The stored digits under a network, worked out once for each network. */
function atlasOf(network: Embedder): Atlas {
  const atlas = atlases.get(network) ?? new Atlas(network);
  atlases.set(network, atlas);
  return atlas;
}

/** What the network is shown: nothing, the picture of a drawing, or a held-out digit, which has a right answer. */
function inputOf({ input, picture, drawing }: DrawValues) {
  if (input === 'held') {
    const { digit, pixels } = CHOICE[picture - 1] as Digit;
    return { full: null, pixels, truth: String(digit) };
  }
  const [drawn] = drawing;
  if (drawn === undefined) return { full: null, pixels: null, truth: null };
  const full = rasterise(drawn);
  return { full, pixels: halved(full), truth: null };
}

/** A picture among stored ones: where the network puts it, what lies near, and what it is read as. */
export function drawModel(values: DrawValues, attached?: unknown) {
  const own = attached instanceof Embedder;
  const network = own ? attached : pretrainedNetwork(values.network);
  const atlas = atlasOf(network);
  const { examples, entries, places } = atlas.stored(values.sign);
  const { full, pixels, truth } = inputOf(values);
  const at = pixels && (network.embed([pixels])[0] as number[]);
  const near = at ? nearest(at, entries, Math.max(SHOWN, values.k)) : [];
  const { name, votes } = vote(near.slice(0, values.k));
  return {
    network,
    /** Whether the network is one that the reader trained. */
    own,
    k: values.k,
    /** 28 × 28 pixels of a drawing; `null` for a held-out digit, of which only 14 × 14 are kept. */
    full,
    /** 14 × 14 pixels, what the network sees; `null` where nothing is drawn. */
    pixels,
    truth,
    at,
    /** Where the picture lies in the flat view, and the share of the variance that this view keeps. */
    place: at && atlas.plane.place(at),
    kept: atlas.plane.kept,
    stored: entries,
    places,
    examples,
    near,
    name,
    votes,
    score: atlas.score(values.sign, values.k),
  };
}

export type DrawModel = ReturnType<typeof drawModel>;
