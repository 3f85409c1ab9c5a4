/** u ← x₁ − x₂ for the d components from index o on, all flat arrays. Returns ‖u‖². */
export function subtract(x1: Float64Array, x2: Float64Array, u: Float64Array, o: number, d: number): number {
  return d === 2 ? inPlane(x1, x2, u, o) : d === 3 ? inSpace(x1, x2, u, o) : inAny(x1, x2, u, o, o + d);
}

function inPlane(x1: Float64Array, x2: Float64Array, u: Float64Array, o: number): number {
  const a = (x1[o] as number) - (x2[o] as number);
  const b = (x1[o + 1] as number) - (x2[o + 1] as number);
  u[o] = a;
  u[o + 1] = b;
  return a * a + b * b;
}

function inSpace(x1: Float64Array, x2: Float64Array, u: Float64Array, o: number): number {
  const a = (x1[o] as number) - (x2[o] as number);
  const b = (x1[o + 1] as number) - (x2[o + 1] as number);
  const c = (x1[o + 2] as number) - (x2[o + 2] as number);
  u[o] = a;
  u[o + 1] = b;
  u[o + 2] = c;
  return a * a + b * b + c * c;
}

// Four sums at a time: one alone would wait for each addition before the next.
function inAny(x1: Float64Array, x2: Float64Array, u: Float64Array, o: number, end: number): number {
  let k = o;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (const last = end - 7; k < last; k += 8) {
    const u0 = (x1[k] as number) - (x2[k] as number);
    u[k] = u0;
    s0 += u0 * u0;
    const u1 = (x1[k + 1] as number) - (x2[k + 1] as number);
    u[k + 1] = u1;
    s1 += u1 * u1;
    const u2 = (x1[k + 2] as number) - (x2[k + 2] as number);
    u[k + 2] = u2;
    s2 += u2 * u2;
    const u3 = (x1[k + 3] as number) - (x2[k + 3] as number);
    u[k + 3] = u3;
    s3 += u3 * u3;
    const u4 = (x1[k + 4] as number) - (x2[k + 4] as number);
    u[k + 4] = u4;
    s0 += u4 * u4;
    const u5 = (x1[k + 5] as number) - (x2[k + 5] as number);
    u[k + 5] = u5;
    s1 += u5 * u5;
    const u6 = (x1[k + 6] as number) - (x2[k + 6] as number);
    u[k + 6] = u6;
    s2 += u6 * u6;
    const u7 = (x1[k + 7] as number) - (x2[k + 7] as number);
    u[k + 7] = u7;
    s3 += u7 * u7;
  }
  for (; k < end; k++) {
    const u0 = (x1[k] as number) - (x2[k] as number);
    u[k] = u0;
    s0 += u0 * u0;
  }
  return s0 + s1 + (s2 + s3);
}

/** g₁ ← p g₁ and g₂ ← −p g₁ for the d components from index o on. */
export function pull(g1: Float64Array, g2: Float64Array, o: number, d: number, p: number): void {
  if (d === 2) pullInPlane(g1, g2, o, p);
  else if (d === 3) pullInSpace(g1, g2, o, p);
  else pullInAny(g1, g2, o, o + d, p);
}

function pullInPlane(g1: Float64Array, g2: Float64Array, o: number, p: number): void {
  const a = p * (g1[o] as number);
  const b = p * (g1[o + 1] as number);
  g1[o] = a;
  g2[o] = -a;
  g1[o + 1] = b;
  g2[o + 1] = -b;
}

function pullInSpace(g1: Float64Array, g2: Float64Array, o: number, p: number): void {
  const a = p * (g1[o] as number);
  const b = p * (g1[o + 1] as number);
  const c = p * (g1[o + 2] as number);
  g1[o] = a;
  g2[o] = -a;
  g1[o + 1] = b;
  g2[o + 1] = -b;
  g1[o + 2] = c;
  g2[o + 2] = -c;
}

function pullInAny(g1: Float64Array, g2: Float64Array, o: number, end: number, p: number): void {
  let k = o;
  for (const last = end - 7; k < last; k += 8) {
    const u0 = p * (g1[k] as number);
    g1[k] = u0;
    g2[k] = -u0;
    const u1 = p * (g1[k + 1] as number);
    g1[k + 1] = u1;
    g2[k + 1] = -u1;
    const u2 = p * (g1[k + 2] as number);
    g1[k + 2] = u2;
    g2[k + 2] = -u2;
    const u3 = p * (g1[k + 3] as number);
    g1[k + 3] = u3;
    g2[k + 3] = -u3;
    const u4 = p * (g1[k + 4] as number);
    g1[k + 4] = u4;
    g2[k + 4] = -u4;
    const u5 = p * (g1[k + 5] as number);
    g1[k + 5] = u5;
    g2[k + 5] = -u5;
    const u6 = p * (g1[k + 6] as number);
    g1[k + 6] = u6;
    g2[k + 6] = -u6;
    const u7 = p * (g1[k + 7] as number);
    g1[k + 7] = u7;
    g2[k + 7] = -u7;
  }
  for (; k < end; k++) {
    const u0 = p * (g1[k] as number);
    g1[k] = u0;
    g2[k] = -u0;
  }
}
