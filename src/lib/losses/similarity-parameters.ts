import type { LossParameter } from './declare';

/** The temperature as a parameter of a declared loss, but for its default. */
export const TEMPERATURE = {
  kind: 'number',
  symbol: 'τ',
  min: 0.001,
  max: 100,
  about: 'temperature: the lower, the more the nearest negative counts',
} as const;

/** Whether embeddings are divided by their length, as a parameter of a declared loss. */
export const NORMALISE = {
  kind: 'flag',
  default: true,
  about: 'whether embeddings are divided by their length',
} as const satisfies LossParameter;
