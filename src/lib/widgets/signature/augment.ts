import type { Drawing } from '../../state/drawings';
import { normal } from '../../state/random';

/**
 * A signature as its writer might have written it on another day: turned by about 2 degrees, leaned by about 3 %,
 * wider or narrower by about 4 %, faster or slower by about 6 %, with slow bends of about 1.5 % of its height in shape
 * and 3 % of its time in rhythm. These are standard deviations of normal numbers from a seed.
 */
export function anotherDay(signature: Drawing, uniform: () => number): Drawing {
  return bent(
    signature,
    { turn: 0.035, lean: 0.03, width: 0.04, pace: 0.06, shape: 1.8, rhythm: 0.03 },
    uniform,
  );
}

/**
 * A signature as someone else might imitate it: bent four times as far in shape, in a rhythm of its own, and slower by
 * a fifth or more. A network that is to refuse imitations is shown these as another's.
 */
export function imitated(signature: Drawing, uniform: () => number): Drawing {
  const slower = 0.2 + 0.6 * uniform();
  return bent(
    signature,
    { turn: 0.07, lean: 0.1, width: 0.1, pace: 0.05, slower, shape: 6, rhythm: 0.09 },
    uniform,
  );
}

interface Bend {
  turn: number;
  lean: number;
  width: number;
  pace: number;
  slower?: number;
  shape: number;
  rhythm: number;
}

/** A smooth random curve over 0 to 1 with about the standard deviation 1. */
function wave(uniform: () => number): (share: number) => number {
  const parts = [1, 2, 3].map((f) => ({
    f,
    a: normal(uniform) / Math.sqrt(1.5),
    p: 2 * Math.PI * uniform(),
  }));
  return (share) => parts.reduce((sum, { f, a, p }) => sum + a * Math.sin(2 * Math.PI * f * share + p), 0);
}

function bent(signature: Drawing, bend: Bend, uniform: () => number): Drawing {
  const end = Math.max(1, signature.at(-1)?.at(-1)?.[2] ?? 1);
  const [turn, lean] = [bend.turn * normal(uniform), bend.lean * normal(uniform)];
  const width = Math.exp(bend.width * normal(uniform));
  const pace = Math.exp((bend.slower ?? 0) + bend.pace * normal(uniform));
  const [wx, wy, wt] = [wave(uniform), wave(uniform), wave(uniform)];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  let clock = 0;
  return signature.map((stroke) =>
    stroke.map(([x, y, t]) => {
      const share = t / end;
      const [px, py] = [width * (x + lean * y) + bend.shape * wx(share), y + bend.shape * wy(share)];
      clock = Math.max(clock, pace * end * (share + bend.rhythm * wt(share) * Math.sin(Math.PI * share)));
      return [cos * px - sin * py, sin * px + cos * py, clock] as const;
    }),
  );
}
