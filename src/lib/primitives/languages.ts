/** The libraries in which a figure can give its state as a program. */
export const LANGUAGES = [
  { language: 'pytorch', name: 'PyTorch' },
  { language: 'keras', name: 'Keras' },
  { language: 'numpy', name: 'NumPy' },
] as const;

export type Language = (typeof LANGUAGES)[number]['language'];

/** A number as Python's float writes it. */
export const pythonFloat = (value: number) => (Number.isInteger(value) ? `${value}.0` : String(value));
