import { digitFiles } from '../../learning/digit-files';
import { defineWidget } from '../../state/define';
import { formatFixed } from '../../state/format';
import { choice, number } from '../../state/parameters';
import { modalitiesModel, observed } from './model';
import { DIGITS } from '../../learning/names';

export const definition = defineWidget({
  id: 'two-modalities',
  name: 'CLIP and SigLIP: pictures and names',
  topic: 'Networks at work',
  title: 'Choose a picture, the loss and the batch',
  about:
    'Digits and their names in one space, by two networks that were trained on pairs as CLIP is: recorded runs, with the ' +
    'similarities of ten pictures and ten names, and the gap between pictures and names. Play trains two of your own.',
  compact: { controls: ['stage', 'loss'], parts: ['numbers'], more: ['more', 'play', 'curve', 'seed'] },
  parameters: {
    stage: choice({
      label: 'The towers are',
      default: 'end',
      options: [
        { value: 'start', label: 'untrained' },
        { value: 'end', label: 'trained' },
      ],
    }),
    loss: choice({
      label: 'Loss',
      default: 'clip',
      options: [
        { value: 'clip', label: 'softmax (CLIP)' },
        { value: 'siglip', label: 'sigmoid (SigLIP)' },
      ],
    }),
    batch: choice({
      label: 'Pairs in a batch',
      default: '32',
      options: [
        { value: '8', label: '8' },
        { value: '32', label: '32' },
        { value: '128', label: '128' },
      ],
    }),
    picture: number({ label: 'picture', default: 4, min: 0, max: 9, step: 1 }),
    seed: number({ label: 'seed of your run', default: 1, min: 1, max: 9999, step: 1 }),
  },
  files: digitFiles(14),
  model: (values) => modalitiesModel(values),
  observe: observed,
  outputs: {
    digit: { label: 'digits named rightly', unit: ' %', digits: 1, value: ({ digit }) => digit },
    whole: { label: 'whole names found among 90', unit: ' %', digits: 1, value: ({ whole }) => whole },
    gap: { label: 'gap between the means', role: 'distance', digits: 2, value: ({ gap }) => gap },
    pair: { label: 'mean cosine of a pair', role: 'pull', digits: 2, value: ({ pair }) => pair },
    scale: { label: 'scale', symbol: 'κ', digits: 1, value: ({ scale }) => scale },
    own: { label: 'cosine with its own digit', role: 'pull', digits: 2, value: ({ own }) => own },
    answer: { label: 'nearest name', value: ({ answer }) => answer },
    steps: { label: 'steps of your run', digits: 0, value: ({ run }) => run?.steps ?? 'not yet run' },
    measured: { label: 'measured at step', digits: 0, value: ({ run }) => run?.measured ?? 'not yet run' },
  },
  summary({ batch }, { loss, stage, digit, gap, picture, answer, run }) {
    const method = loss === 'clip' ? 'CLIP' : 'SigLIP';
    const recorded =
      stage === 'start' ? 'Untrained towers' : `Towers trained by ${method}, ${batch} pairs a batch,`;
    const towers = run
      ? `Your towers, trained by ${method}, ${batch} pairs a batch, for ${run.measured} steps,`
      : recorded;
    return (
      `${towers} name ${formatFixed(digit, 1)} % of the held-out digits rightly; the gap is ${formatFixed(gap, 2)}. ` +
      `The picture of a ${DIGITS[picture] ?? ''} is nearest to “${answer}”.`
    );
  },
});
