import { ntXentLoss } from '../../losses';
import type { BatchMatrixModel } from './model';

/** NT-Xent of the batch as it is now. A view that is left out of a denominator is more than its program knows. */
export const codeOf = ({ rows, tau }: BatchMatrixModel) => ({
  loss: ntXentLoss,
  parameters: { temperature: tau },
  inputs: { x: rows.map(({ at }) => [...at]), labels: rows.map((_, i) => Math.floor(i / 2)) },
});
