/** The libraries that a loss can be printed for. */
export type Language = 'pytorch' | 'pytorch-metric-learning' | 'numpy' | 'keras';

/** The libraries in which a loss is written out, operation by operation. */
export type ArrayLanguage = Exclude<Language, 'pytorch-metric-learning'>;

/** The same in the order in which they are shown, by name. */
export const LANGUAGES: readonly { language: Language; name: string }[] = [
  { language: 'pytorch', name: 'PyTorch' },
  { language: 'pytorch-metric-learning', name: 'pytorch-metric-learning' },
  { language: 'numpy', name: 'NumPy' },
  { language: 'keras', name: 'Keras' },
];

/** A number as Python writes a float. */
export const pythonFloat = (value: number): string =>
  Number.isInteger(value) ? `${value}.0` : String(value);
