import { angularMarginParameters, MARGIN_LOSSES } from '../../state/angular-margin';
import { formatFixed } from '../../state/format';
import { defineWidget } from '../../state/define';
import { number, point } from '../../state/parameters';
import { rememberSphere, sphereModel, type SphereModel } from './model';

const DEGREES = 180 / Math.PI;
const range = { min: [-180, -90], max: [180, 90] } as const;
const NO_ANGLE = 'none: below −1';

/** Where the embedding lies on the map of the classes. */
function place({ winner, plain, x }: SphereModel): string {
  if (winner !== undefined) return `it lies in the region of class ${winner + 1}`;
  const nearest = plain.findIndex((region) => region?.wins(x));
  return nearest < 0
    ? 'it lies in the gap between the regions'
    : `it lies in the gap, nearest to class ${nearest + 1}`;
}

export const definition = defineWidget({
  id: 'sphere',
  name: 'ArcFace on the sphere',
  topic: 'Angular margins',
  title: 'Drag the sphere to turn it, and the points on it',
  about:
    'An embedding and the weights of three classes on the unit sphere, the region where each class wins with the margin, ' +
    'the largest cap in it, and the gap that the margin leaves. What lies behind is dashed or faint.',
  compact: { controls: ['m2', 'turn'], parts: ['numbers'], more: ['bars'] },
  parameters: {
    ...angularMarginParameters,
    turn: number({ label: 'turned to, degrees', default: 10, min: -180, max: 180, step: 1 }),
    tilt: number({ label: 'tilted to, degrees', default: 20, min: -90, max: 90, step: 1 }),
    x: point({ label: 'embedding', symbol: 'x', default: [-14, 24], ...range }),
    w1: point({ label: 'class weight 1', symbol: 'W₁', default: [-38, 5], ...range }),
    w2: point({ label: 'class weight 2', symbol: 'W₂', default: [52, -8], ...range }),
    w3: point({ label: 'class weight 3', symbol: 'W₃', default: [20, 68], ...range }),
  },
  model: (values) => sphereModel(values),
  createModel() {
    const model = rememberSphere();
    return { model: (values) => model(values) };
  },
  outputs: {
    theta: {
      label: 'angle to the true class',
      symbol: 'θ',
      role: 'distance',
      value: (sphere) => sphere.thetaY,
    },
    degrees: {
      label: 'angle in degrees',
      role: 'distance',
      digits: 1,
      value: (sphere) => sphere.thetaY * DEGREES,
    },
    counted: {
      label: 'angle that counts',
      role: 'margin',
      value: (sphere) => sphere.counted ?? NO_ANGLE,
    },
    p: { label: 'probability of the true class', value: (sphere) => sphere.pY },
    loss: { label: 'loss', symbol: 'L', value: (sphere) => sphere.loss },
    pull: { label: 'pull towards the true class', symbol: '∂L/∂θ', value: (sphere) => sphere.pull },
    cap: {
      label: 'cap of the true class',
      value: (sphere) => sphere.regions[sphere.y]?.cap ?? 'none: too close',
    },
    gap: {
      label: 'gap to the nearest class',
      role: 'margin',
      value: (sphere) => sphere.gap ?? 'none: too close',
    },
  },
  summary(_values, sphere) {
    const gap =
      sphere.gap === undefined
        ? 'the two nearest classes are too close for a gap'
        : `the gap to the nearest class is ${formatFixed(sphere.gap, 2)} radians wide`;
    return (
      `${MARGIN_LOSSES[sphere.name]}: the embedding is ${formatFixed(sphere.thetaY, 2)} radians from its class ${sphere.y + 1}; ` +
      `${place(sphere)}, and ${gap}. Loss ${formatFixed(sphere.loss, 3)}.`
    );
  },
});
