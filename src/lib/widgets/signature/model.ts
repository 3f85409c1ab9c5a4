import type { Drawing } from '../../state/drawings';
import { pretrainedNetwork, SignatureNetwork } from './network';
import { genuine, imitation } from './synthetic';
import { FIRST_SAMPLE } from './plan';

export interface SignatureValues {
  whose: 'sample' | 'mine';
  writer: number;
  t: number;
  pad: readonly Drawing[];
  genuine: readonly Drawing[];
  forged: readonly Drawing[];
}

/** Signatures of each kind in a sample. */
const SAMPLE = 5;

/** A signature with its distance to the genuine ones. */
export interface Judged {
  signature: Drawing;
  /** The mean distance to the genuine ones, itself aside; `null` where there is none to compare with. */
  D: number | null;
  accepted: boolean;
}

const samples = new Map<number, { genuine: Drawing[]; forged: Drawing[] }>();

/** A made-up writer's signatures and imitations of them; they are in no training. */
function sampleOf(writer: number) {
  const days = Array.from({ length: SAMPLE }, (_, day) => day);
  const sample = samples.get(writer) ?? {
    genuine: days.map((day) => genuine(FIRST_SAMPLE + writer, day)),
    forged: days.map((day) => imitation(FIRST_SAMPLE + writer, day)),
  };
  samples.set(writer, sample);
  return sample;
}

const distance = (a: readonly number[], b: readonly number[]) =>
  Math.hypot(...a.map((value, k) => value - (b[k] as number)));

/** Genuine signatures and forged ones by their distance to the genuine: accepted up to the threshold t. */
export function signatureModel(values: SignatureValues, attached?: unknown) {
  const network = attached instanceof SignatureNetwork ? attached : pretrainedNetwork();
  const { genuine: real, forged } = values.whose === 'sample' ? sampleOf(values.writer) : values;
  const references = real.map((signature) => network.embed(signature));

  function judge(signature: Drawing, among: readonly number[][]): Judged {
    const at = network.embed(signature);
    const D = among.reduce((sum, other) => sum + distance(at, other), 0) / among.length;
    return among.length > 0
      ? { signature, D, accepted: D <= values.t }
      : { signature, D: null, accepted: false };
  }

  /** Each genuine one is compared with the others, as if it were new. */
  const genuineOnes = real.map((signature, i) =>
    judge(
      signature,
      references.filter((_, j) => j !== i),
    ),
  );
  const forgedOnes = forged.map((signature) => judge(signature, references));
  const [onPad] = values.whose === 'mine' ? values.pad : [];
  const share = (all: readonly Judged[], accepted: boolean) => {
    const judged = all.filter(({ D }) => D !== null);
    const those = judged.filter((one) => one.accepted === accepted);
    return { wrong: those.length, of: judged.length };
  };
  return {
    learned: network.learned,
    genuine: genuineOnes,
    forged: forgedOnes,
    pad: onPad && judge(onPad, references),
    /** Genuine signatures that are refused, and forged ones that are accepted. */
    refused: share(genuineOnes, false),
    accepted: share(forgedOnes, true),
  };
}

export type SignatureModel = ReturnType<typeof signatureModel>;
