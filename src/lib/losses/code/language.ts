import type { ArrayLanguage } from './names';

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

const ZERO_ROW = '    # A row of zeros has no direction: it stays as it is, and has no gradient.';

const DIALECTS: Record<ArrayLanguage, Dialect> = {
  pytorch: {
    load: 'import torch',
    prefix: 'torch.',
    calls: {
      norm: 'torch.linalg.vector_norm(',
      normalize: 'normalize(',
      full: 'full(',
      softplus: 'F.softplus(',
      cross_entropy: 'F.cross_entropy(',
      transpose: 'torch.t(',
      at_least: 'torch.clamp(',
      min: 'torch.amin(',
      max: 'torch.amax(',
      array: 'torch.tensor(',
    },
    helpers: {
      full: [
        'def full(x):',
        '    # Half precision has too few digits for this loss; single and double are left as they are.',
        '    return x.to(torch.promote_types(x.dtype, torch.float32))',
      ],
      normalize: [
        'def normalize(x, dim):',
        ZERO_ROW,
        '    length = torch.linalg.vector_norm(x, dim=dim, keepdim=True)',
        '    return x / torch.where(length > 0, length, torch.inf)',
      ],
    },
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
        ZERO_ROW,
        '    length = np.linalg.norm(x, axis=axis, keepdims=True)',
        '    return x / np.where(length > 0, length, np.inf)',
      ],
    },
  },
  keras: {
    load: 'from keras import ops',
    prefix: 'ops.',
    calls: { norm: 'norm(', abs: 'absolute(', normalize: 'normalize(', at_least: 'ops.maximum(' },
    helpers: {
      norm: [
        'def norm(u, axis):',
        '    # The slope of the root has no bound at zero; a vector of zeros gets none.',
        '    square = ops.sum(ops.square(u), axis=axis)',
        '    return ops.where(square > 0, ops.sqrt(ops.where(square > 0, square, 1.0)), 0.0)',
      ],
      abs: [
        'def absolute(u):',
        '    # With the slope zero at zero.',
        '    return ops.relu(u) + ops.relu(-u)',
      ],
      normalize: [
        'def normalize(x, axis):',
        ZERO_ROW,
        '    square = ops.sum(ops.square(x), axis=axis, keepdims=True)',
        '    return x / ops.sqrt(ops.where(square > 0, square, float("inf")))',
      ],
    },
  },
};

/** What half precision cannot do: keep an angle, a softmax or a sum over a batch, or hold 1e30. */
const DELICATE = / @ |1e30|\[:, None\]|xp\.(arccos|exp|logsumexp|normalize|softplus|sqrt)\(/;

/** Lines under which embeddings of half precision, or a block of automatic mixed precision, do no harm. */
export function inFullPrecision(
  language: ArrayLanguage,
  embeddings: readonly string[],
  lines: readonly string[],
): string[] {
  const [first] = embeddings;
  if (language === 'numpy' || first === undefined || !lines.some((line) => DELICATE.test(line)))
    return [...lines];
  const lifted = (lift: (name: string) => string) =>
    `${embeddings.join(', ')} = ${embeddings.map(lift).join(', ')}`;
  if (language === 'keras') return [lifted((name) => `xp.cast(${name}, "float32")`), ...lines];
  return [
    `with xp.autocast(${first}.device.type, enabled=False):`,
    ...[lifted((name) => `xp.full(${name})`), ...lines].map((line) => `    ${line}`),
  ];
}

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
