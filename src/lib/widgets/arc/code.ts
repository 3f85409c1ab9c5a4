import {
  arcFaceLoss,
  cosFaceLoss,
  normalizedSoftmaxLoss,
  sphereFaceLoss,
  type LossDeclaration,
} from '../../losses';
import { unit, type ArcValues } from './model';

type Values = Record<string, number | string>;

const CALLS: Record<ArcValues['loss'], (values: ArcValues) => { loss: LossDeclaration; parameters: Values }> =
  {
    softmax: ({ s }) => ({ loss: normalizedSoftmaxLoss, parameters: { temperature: 1 / s } }),
    sphereface: ({ s, m1 }) => ({ loss: sphereFaceLoss, parameters: { s, m: m1 } }),
    cosface: ({ s, m3 }) => ({ loss: cosFaceLoss, parameters: { s, m: m3 } }),
    arcface: ({ s, m2, past }) => ({ loss: arcFaceLoss, parameters: { s, m: m2, past } }),
  };

/** The chosen loss with its margin and scale, for the embedding and the class weights on the circle. */
export function codeOf(values: ArcValues) {
  return {
    ...CALLS[values.loss](values),
    inputs: {
      x: [unit(values.x)],
      W: [values.w1, values.w2, values.w3].map(unit),
      labels: [Number(values.y) - 1],
    },
  };
}
