const SIGNS: Record<string, string> = {
  D: 'D',
  m: 'm',
  y: 'y',
  xa: 'x₁',
  xb: 'x₂',
  ang: 'θ',
  theta: 'θ',
  tau: 'τ',
  eta: 'η',
  pi: 'π',
  beta: 'β',
  gamma: 'γ',
  alpha: 'α',
  lambda: 'λ',
  varepsilon: 'ε',
  le: '≤',
  ge: '≥',
  lt: '<',
  gt: '>',
  cos: 'cos',
  sin: 'sin',
  log: 'log',
  ln: 'ln',
  max: 'max',
  min: 'min',
  cdot: '·',
  infty: '∞',
};

/** A short formula in plain text, as a list of results can show it; three dots for one that needs more than a line. */
export function plainFormula(tex: string): string {
  const text = tex
    .replace(/\\([A-Za-z]+)/g, (command, name: string) => SIGNS[name] ?? command)
    .replace(/\\[,;!:]/g, '')
    .replace(/-/g, '−');
  return /[\\{}^_&]/.test(text) ? '…' : text;
}
