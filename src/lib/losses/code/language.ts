/** The libraries that a loss can be printed for. */
export type Language = 'pytorch' | 'pytorch-metric-learning' | 'numpy' | 'keras';

/** The same in the order in which they are shown, by name. */
export const LANGUAGES: readonly { language: Language; name: string }[] = [
  { language: 'pytorch', name: 'PyTorch' },
  { language: 'pytorch-metric-learning', name: 'pytorch-metric-learning' },
  { language: 'numpy', name: 'NumPy' },
  { language: 'keras', name: 'Keras' },
];

/** The libraries in which a loss is written out, operation by operation. */
export type ArrayLanguage = Exclude<Language, 'pytorch-metric-learning'>;

interface Dialect {
  /** The lines that import it. */
  load: string;
  /** What stands for `xp.` where nothing else is said. */
  prefix: string;
  /** What stands for `xp.name(`, up to and with the parenthesis. */
  calls: Record<string, string>;
  /** Functions that the library lacks in one call, with their text. */
  helpers: Record<string, string[]>;
}

const DIALECTS: Record<ArrayLanguage, Dialect> = {
  pytorch: {
    load: 'import torch',
    prefix: 'torch.',
    calls: {
      norm: 'torch.linalg.vector_norm(',
      normalize: 'F.normalize(',
      softplus: 'F.softplus(',
      cross_entropy: 'F.cross_entropy(',
      transpose: 'torch.t(',
      at_least: 'torch.clamp(',
      min: 'torch.amin(',
      max: 'torch.amax(',
      array: 'torch.tensor(',
    },
    helpers: {},
  },
  numpy: {
    load: 'import numpy as np',
    prefix: 'np.',
    calls: {
      norm: 'np.linalg.norm(',
      normalize: 'normalize(',
      relu: 'np.maximum(0.0, ',
      softplus: 'np.logaddexp(0.0, ',
      logsumexp: 'np.logaddexp.reduce(',
      at_least: 'np.maximum(',
    },
    helpers: {
      normalize: [
        'def normalize(x, axis):',
        '    return x / np.maximum(np.linalg.norm(x, axis=axis, keepdims=True), 1e-12)',
      ],
    },
  },
  keras: {
    load: 'from keras import ops',
    prefix: 'ops.',
    calls: { norm: 'norm(', at_least: 'ops.maximum(' },
    helpers: {
      norm: [
        'def norm(u, axis):',
        '    # The floor keeps the gradient of the root finite where u = 0.',
        '    return ops.sqrt(ops.maximum(ops.sum(ops.square(u), axis=axis), 1e-24))',
      ],
    },
  },
};

/** A number as Python writes a float. */
export const float = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value));

/** Lines that speak of `xp`, in the words of a library, with what they need before them. */
export function inLanguage(
  language: ArrayLanguage,
  lines: readonly string[],
): { imports: string[]; helpers: string[][]; lines: string[] } {
  const { load, prefix, calls, helpers } = DIALECTS[language];
  const used = new Set<string>();
  const translated = lines.map((line) => {
    const said = line.replace(/\bxp\.(\w+)(\(?)/g, (_, name: string, open: string) => {
      used.add(name);
      return open && calls[name] !== undefined ? calls[name] : `${prefix}${name}${open}`;
    });
    return language === 'pytorch' ? said.replaceAll('axis=', 'dim=') : said;
  });
  const text = translated.join('\n');
  const imports = [
    ...(/\bmath\./.test(text) ? ['import math', ''] : []),
    load,
    ...(/\bF\./.test(text) ? ['import torch.nn.functional as F'] : []),
  ];
  const needed = Object.entries(helpers).filter(([name]) => used.has(name));
  return { imports, helpers: needed.map(([, helper]) => helper), lines: translated };
}
