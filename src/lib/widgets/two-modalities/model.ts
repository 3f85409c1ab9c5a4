import { DIGITS, nameOf, type Said } from '../../learning/names';
import type { TowerLoss } from '../../learning/settings';
import type { TowersLook } from '../../learning/towers';
import type { Measurements } from '../../state/define';
import recorded from './recorded.json';
import { POINTS, settingsOf, stepsOf, type BatchName } from './settings';

export interface ModalitiesValues {
  loss: TowerLoss;
  batch: BatchName;
  stage: 'start' | 'end';
  /** The digit of the picture that is looked at. */
  picture: number;
  /** Of the reader's own run. */
  seed: number;
}

/** A run as it was before its first step, or after its last: `TowersLook`, with shares in percent. */
interface Stage extends Omit<TowersLook, 'matrix'> {
  /** Cosines of ten pictures with ten names. */
  matrix: number[][];
}

interface Recorded {
  start: Stage;
  end: Stage;
  /** Means of equally many steps each. */
  losses: number[];
}

/** The reader's own run. */
interface Own {
  steps: number;
  loss?: number;
  /** The step at which what is shown was measured. */
  measured: number;
}

const runs = recorded.runs as Record<string, Recorded>;
const GREYS = 15;

/** A held-out picture of each digit, and what is to be said of it. */
export const PICTURES = recorded.pictures.map((text, i) => ({
  pixels: Float32Array.from(text, (grey) => parseInt(grey, 16) / GREYS),
  said: nameOf(recorded.said[i] as Said),
}));

/** What follows from a stage for the picture that is looked at. */
function shown(now: Stage, picture: number) {
  const row = now.matrix[picture] ?? [];
  const best = row.indexOf(Math.max(...row));
  return {
    ...now,
    row,
    best,
    /** The name that is nearest to the picture. */
    answer: `a ${DIGITS[best] ?? ''}`,
    own: row[picture] ?? 0,
  };
}

/** Two towers on digits and their names: recorded runs, made by `npm run record`. */
export function modalitiesModel({ loss, batch, stage, picture, seed }: ModalitiesValues) {
  const run = runs[`${loss} ${batch}`] as Recorded;
  const length = stepsOf(batch);
  return {
    ...shown(run[stage], picture),
    loss,
    stage,
    picture,
    labels: recorded.labels,
    length,
    /** The loss of the recorded run: step and loss. */
    curve: run.losses.map((value, k) => [((k + 1) * length) / POINTS, value] as const),
    /** How the reader's own run is made, and what it has come to: then that is what is shown. */
    settings: settingsOf(loss, batch, seed),
    run: undefined as Own | undefined,
  };
}

export type ModalitiesModel = ReturnType<typeof modalitiesModel>;

const SCALARS = ['digit', 'whole', 'gap', 'pair', 'scale'] as const;
/** Numbers of a picture's drawing: two for each of fifty pictures and ten names, and the cosines of ten with ten. */
const PLACES = 2 * (recorded.labels.length + DIGITS.length);
const CELLS = DIGITS.length ** 2;

/** A look of the reader's own run as measurements of a session; nothing before the first. */
export function measurementsOf(
  steps: number,
  loss: number | undefined,
  look: (TowersLook & { step: number }) | undefined,
): Measurements {
  if (!look) return {};
  return {
    steps,
    ...(loss !== undefined && { loss }),
    measured: look.step,
    ...Object.fromEntries(SCALARS.map((name) => [name, look[name]])),
    ...Object.fromEntries(look.points.map((value, k) => [`point${k}`, value])),
    ...Object.fromEntries(look.matrix.map((value, k) => [`cos${k}`, value])),
  };
}

const NEEDED = [
  'steps',
  'measured',
  ...SCALARS,
  ...Array.from({ length: PLACES }, (_, k) => `point${k}`),
  ...Array.from({ length: CELLS }, (_, k) => `cos${k}`),
];

/** The model with the reader's own run in place of the recorded one, where all of it was measured. */
export function observed(model: ModalitiesModel, measured: Measurements): ModalitiesModel {
  if (NEEDED.some((name) => measured[name] === undefined)) return model;
  const at = (name: string) => measured[name] as number;
  const now: Stage = {
    digit: 100 * at('digit'),
    whole: 100 * at('whole'),
    gap: at('gap'),
    pair: at('pair'),
    scale: at('scale'),
    points: Array.from({ length: PLACES }, (_, k) => at(`point${k}`)),
    matrix: DIGITS.map((_, i) => DIGITS.map((__, j) => at(`cos${DIGITS.length * i + j}`))),
  };
  const { loss } = measured;
  return {
    ...model,
    ...shown(now, model.picture),
    run: { steps: at('steps'), measured: at('measured'), ...(loss !== undefined && { loss }) },
  };
}
