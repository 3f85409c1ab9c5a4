/**
 * The yardstick: the contrastive loss of n pairs as the plainest loop over typed arrays has it, the mean, with its
 * gradient. Nothing is checked.
 */
export function barePairs(
  x1: Float64Array,
  x2: Float64Array,
  y: Uint8Array,
  d: number,
  m: number,
  g1: Float64Array,
  g2: Float64Array,
): number {
  const n = y.length;
  let loss = 0;
  for (let i = 0; i < n; i++) {
    const o = i * d;
    let square = 0;
    for (let k = 0; k < d; k++) {
      const u = (x1[o + k] as number) - (x2[o + k] as number);
      square += u * u;
    }
    let pull = 0;
    if (y[i] === 0) {
      loss += square / 2;
      pull = 1;
    } else {
      const D = Math.sqrt(square);
      const gap = m - D;
      if (gap > 0) {
        loss += (gap * gap) / 2;
        pull = D > 0 ? -gap / D : 0;
      }
    }
    const factor = pull / n;
    for (let k = 0; k < d; k++) {
      const g = factor * ((x1[o + k] as number) - (x2[o + k] as number));
      g1[o + k] = g;
      g2[o + k] = -g;
    }
  }
  return loss / n;
}

/** The same over all pairs of labelled points, as the plainest double loop. */
export function bareAllPairs(
  x: Float64Array,
  d: number,
  labels: Int32Array,
  m: number,
  gradient: Float64Array,
): number {
  const n = labels.length;
  const factor = 2 / (n * (n - 1));
  gradient.fill(0);
  let loss = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      let square = 0;
      for (let k = 0; k < d; k++) {
        const u = (x[i * d + k] as number) - (x[j * d + k] as number);
        square += u * u;
      }
      let pull = factor;
      if (labels[i] === labels[j]) {
        loss += square / 2;
      } else {
        const D = Math.sqrt(square);
        if (D >= m) continue;
        loss += ((m - D) * (m - D)) / 2;
        pull = D > 0 ? (-factor * (m - D)) / D : 0;
      }
      for (let k = 0; k < d; k++) {
        const g = pull * ((x[i * d + k] as number) - (x[j * d + k] as number));
        gradient[i * d + k] = (gradient[i * d + k] as number) + g;
        gradient[j * d + k] = (gradient[j * d + k] as number) - g;
      }
    }
  }
  return loss * factor;
}
