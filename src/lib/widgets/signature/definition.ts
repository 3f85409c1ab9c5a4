import { defineWidget } from '../../state/define';
import { drawings } from '../../state/drawings';
import { choice, number } from '../../state/parameters';
import { signatureModel, type Judged, type SignatureModel } from './model';
import { HEIGHT, WIDTH } from './synthetic';
import { formatFixed } from '../../state/format';

/** Signatures of each kind that are kept. */
export const ROOM = 6;
export const FARTHEST = 1.2;

const written = (label: string, most: number) =>
  drawings({
    label,
    width: WIDTH,
    height: HEIGHT,
    timed: true,
    most: { drawings: most, strokes: 12, points: 400 },
  });

type Rate = SignatureModel['refused'];
const percent = ({ wrong, of }: Rate) => (of === 0 ? '–' : (100 * wrong) / of);
/** A number that is made of the distances of signatures, where they have any. */
const ofDistances = (judged: readonly Judged[], fold: (distances: number[]) => number) => {
  const known = judged.flatMap(({ D }) => (D === null ? [] : [D]));
  return known.length === 0 ? '–' : fold(known);
};
const mean = (distances: number[]) => distances.reduce((sum, D) => sum + D, 0) / distances.length;

export const definition = defineWidget({
  id: 'signature',
  name: 'Signature verification',
  topic: 'Networks at work',
  title: 'Move the threshold, or sign yourself',
  about:
    'Genuine signatures and forged ones, embedded by a small Siamese network from the movement of the pen, with the ' +
    'distance of each to the genuine ones and a threshold that accepts or refuses it.',
  compact: { controls: ['t'], parts: ['numbers'], more: ['signatures'] },
  parameters: {
    whose: choice({
      label: 'Signatures',
      default: 'sample',
      options: [
        { value: 'sample', label: 'of a made-up writer' },
        { value: 'mine', label: 'my own' },
      ],
    }),
    t: number({ label: 'threshold', symbol: 't', default: 0.25, min: 0.02, max: FARTHEST, step: 0.01 }),
    writer: number({ label: 'made-up writer', default: 1, min: 1, max: 40, step: 1 }),
    pad: written('signature on the pad', 1),
    genuine: written('genuine signatures', ROOM),
    forged: written('forged signatures', ROOM),
  },
  model: signatureModel,
  outputs: {
    frr: {
      label: 'genuine refused',
      symbol: 'FRR',
      role: 'pull',
      unit: '%',
      digits: 0,
      value: ({ refused }) => percent(refused),
    },
    far: {
      label: 'forged accepted',
      symbol: 'FAR',
      role: 'push',
      unit: '%',
      digits: 0,
      value: ({ accepted }) => percent(accepted),
    },
    genuine: {
      label: 'mean distance of genuine',
      digits: 2,
      value: ({ genuine }) => ofDistances(genuine, mean),
    },
    forged: { label: 'mean distance of forged', digits: 2, value: ({ forged }) => ofDistances(forged, mean) },
    farthest: {
      label: 'distance of the farthest genuine',
      digits: 2,
      value: ({ genuine }) => ofDistances(genuine, (distances) => Math.max(...distances)),
    },
    nearest: {
      label: 'distance of the nearest forged',
      digits: 2,
      value: ({ forged }) => ofDistances(forged, (distances) => Math.min(...distances)),
    },
    D: {
      label: 'signature on the pad',
      symbol: 'D',
      role: 'distance',
      digits: 2,
      value: ({ pad }) => pad?.D ?? '–',
    },
  },
  summary({ whose, t }, { refused, accepted, pad }) {
    if (whose === 'mine' && refused.of === 0) {
      return 'Sign on the pad and keep two signatures or more as genuine: then each has a distance to the others.';
    }
    const forged =
      accepted.of === 0 ? 'no forgery to judge' : `${accepted.wrong} of ${accepted.of} forged ones accepted`;
    const onPad =
      pad === undefined || pad.D === null
        ? ''
        : ` The one on the pad is ${pad.accepted ? 'accepted' : 'refused'} at ${formatFixed(pad.D, 2)}.`;
    return `With the threshold ${formatFixed(t, 2)}: ${refused.wrong} of ${refused.of} genuine signatures refused, ${forged}.${onPad}`;
  },
});
