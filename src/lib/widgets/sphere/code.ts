import { fromDegrees } from '../../geometry/sphere';
import {
  arcFaceLoss,
  cosFaceLoss,
  normalizedSoftmaxLoss,
  sphereFaceLoss,
  type LossDeclaration,
} from '../../losses';
import type { SphereValues } from './model';

interface Call {
  loss: LossDeclaration;
  parameters: Record<string, number>;
}

const CALLS: Record<SphereValues['loss'], (values: SphereValues) => Call> = {
  softmax: ({ s }) => ({ loss: normalizedSoftmaxLoss, parameters: { temperature: 1 / s } }),
  sphereface: ({ s, m1 }) => ({ loss: sphereFaceLoss, parameters: { s, m: m1 } }),
  cosface: ({ s, m3 }) => ({ loss: cosFaceLoss, parameters: { s, m: m3 } }),
  arcface: ({ s, m2 }) => ({ loss: arcFaceLoss, parameters: { s, m: m2 } }),
};

/** The chosen loss with its margin and scale, for the embedding and the class weights on the sphere. */
export function codeOf(values: SphereValues) {
  return {
    ...CALLS[values.loss](values),
    inputs: {
      x: [[...fromDegrees(values.x)]],
      W: [values.w1, values.w2, values.w3].map((at) => [...fromDegrees(at)]),
      labels: [Number(values.y) - 1],
    },
  };
}
