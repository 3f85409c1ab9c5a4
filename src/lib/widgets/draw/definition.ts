import { CHOICE } from '../../learning/pretrained/digits';
import { defineWidget } from '../../state/define';
import { drawings } from '../../state/drawings';
import { choice, number, toggle } from '../../state/parameters';
import { drawModel, type DrawModel } from './model';
import { formatFixed } from '../../state/format';

/** Units of the pad, along each side. */
export const PAD = 100;
/** Examples of a sign that are kept. */
export const EXAMPLES = 3;

const pad = { width: PAD, height: PAD };

/** A hand-drawn 4. */
const FOUR = '46,14;38,30;30,46;24,57;40,58;58,57;78,56~62,38;61,56;60,74;59,90';

const single = drawings({
  label: 'drawing',
  ...pad,
  most: { drawings: 1, strokes: 20, points: 300 },
});

/** What is shown is read as, and whether that is right where it is known. */
function reading({ name, truth, near, k, votes }: DrawModel): string {
  const [nearest] = near;
  if (!nearest) return 'Nothing is drawn yet.';
  const what = truth === null ? 'The drawing' : `The held-out ${truth}`;
  const verdict = truth === null ? '' : truth === name ? ', which is right' : ', which is wrong';
  const decided = k === 1 ? 'by its nearest neighbour' : `by ${votes} of its ${k} nearest neighbours`;
  return `${what} is read as ${name}${verdict}, ${decided}; the nearest lies at distance ${formatFixed(nearest.D, 2)}.`;
}

const percent = (part: number, whole: number) => (100 * part) / Math.max(1, whole);

/** A digit as a number, so that an exercise can ask for it; a sign in words. */
const read = (name: string) => (/^\d$/.test(name) ? Number(name) : name || 'nothing');

/** How the reader's sign fares. */
function signs({ examples, score }: DrawModel): string {
  if (examples.length === 0) return '';
  return (
    (examples.length === 1
      ? ''
      : ` Of ${examples.length} examples of your sign ${score.found} are found by the others.`) +
    ` Of ${score.asked} held-out digits ${score.taken} are taken for your sign.`
  );
}

export const definition = defineWidget({
  id: 'draw',
  name: 'Embedding of a digit that you draw',
  topic: 'Networks at work',
  title: 'Draw a digit, and see where the network puts it',
  about:
    'A drawing, the picture that a trained network sees of it, its embedding among those of held-out digits, and its ' +
    'nearest neighbours there, by which it is read.',
  compact: { controls: ['network', 'input'], parts: ['neighbours'], more: ['own'] },
  parameters: {
    network: choice({
      label: 'Embedding of',
      default: 'plane',
      options: [
        { value: 'plane', label: '2 numbers' },
        { value: 'space', label: '16 numbers' },
      ],
    }),
    input: choice({
      label: 'Show the network',
      default: 'drawn',
      options: [
        { value: 'drawn', label: 'a drawing' },
        { value: 'held', label: 'a held-out digit' },
      ],
    }),
    k: number({ label: 'neighbours that vote', symbol: 'k', default: 1, min: 1, max: 9, step: 1 }),
    cells: toggle({ label: 'Show what each place would be read as by the nearest', default: false }),
    picture: number({ label: 'held-out digit', default: 1, min: 1, max: CHOICE.length, step: 1 }),
    drawing: { ...single, default: single.parse(FOUR) },
    sign: drawings({
      label: 'examples of a sign',
      ...pad,
      most: { drawings: EXAMPLES, strokes: 20, points: 300 },
    }),
  },
  model: drawModel,
  outputs: {
    read: { label: 'read as', digits: 0, value: ({ name }) => read(name) },
    D: { label: 'nearest', symbol: 'D', role: 'distance', digits: 2, value: ({ near }) => near[0]?.D ?? '–' },
    votes: { label: 'votes', digits: 0, value: ({ votes }) => votes },
    right: {
      label: 'held-out digits read rightly',
      unit: '%',
      digits: 0,
      value: ({ score }) => percent(score.right, score.asked),
    },
    found: { label: 'examples of your sign found', digits: 0, value: ({ score }) => score.found },
    taken: {
      label: 'held-out digits taken for it',
      unit: '%',
      digits: 0,
      value: ({ score }) => percent(score.taken, score.asked),
    },
  },
  summary: (_values, model) => `${reading(model)}${signs(model)}`,
});
