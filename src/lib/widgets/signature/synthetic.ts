import type { Drawing } from '../../state/drawings';
import { normal, random } from '../../state/random';

/** Units of the pad that signatures are drawn on. */
export const WIDTH = 300;
export const HEIGHT = 120;

/** A made-up hand: a row of loops that drifts to the right, with a rhythm of its own. No person's signature. */
interface Hand {
  /** Loops from the first to the last. */
  loops: number;
  /** Height of each loop, and how far its top leans to the right. */
  tall: number[];
  lean: number;
  /** Width of a loop beside its height. */
  round: number;
  phase: number;
  /** How the baseline rises to the right. */
  rise: number;
  /** After which share of the way the pen is lifted once. */
  lift: number;
  /** A line below: how long it is, from 0 for none, and which way it bends. */
  line: number;
  bend: number;
  /** Seconds for all of it, and how much the speed swings along the way. */
  seconds: number;
  swing: number;
  beat: number;
}

const between = (uniform: () => number, low: number, high: number) => low + (high - low) * uniform();

function handOf(writer: number): Hand {
  const uniform = random(7919 * writer + 17);
  const loops = 3 + Math.floor(4 * uniform());
  return {
    loops,
    tall: Array.from({ length: loops + 1 }, () =>
      uniform() < 0.35 ? between(uniform, 0.7, 1) : between(uniform, 0.2, 0.45),
    ),
    lean: between(uniform, -0.2, 0.7),
    round: between(uniform, 0.5, 1.6),
    phase: between(uniform, 0, 2 * Math.PI),
    rise: between(uniform, -0.15, 0.3),
    lift: between(uniform, 0.25, 0.8),
    line: uniform() < 0.5 ? between(uniform, 0.4, 1) : 0,
    bend: between(uniform, -0.2, 0.2),
    seconds: between(uniform, 1.1, 2.6),
    swing: between(uniform, 0.1, 0.7),
    beat: between(uniform, 0, 2 * Math.PI),
  };
}

/** The hand on another day, or in another's imitation: every measure off by about a share `off`. */
function varied(hand: Hand, off: number, uniform: () => number): Hand {
  const about = (value: number, unit: number) => value + off * unit * normal(uniform);
  return {
    ...hand,
    tall: hand.tall.map((value) => Math.max(0.1, about(value, 0.7))),
    lean: about(hand.lean, 0.6),
    round: Math.max(0.05, about(hand.round, 0.5)),
    phase: about(hand.phase, 1.5),
    rise: about(hand.rise, 0.4),
    lift: Math.min(0.95, Math.max(0.05, about(hand.lift, 0.4))),
    line: hand.line > 0 ? Math.max(0.2, about(hand.line, 0.6)) : 0,
    bend: about(hand.bend, 0.5),
    seconds: hand.seconds * Math.exp(off * normal(uniform)),
    swing: about(hand.swing, 0.6),
    beat: about(hand.beat, 1.5),
  };
}

/** Points for each second. */
const RATE = 40;

/** The way of the pen at a share of the whole, from 0 to 1, in units of the pad. */
function place(hand: Hand, share: number): readonly [number, number] {
  const turn = 2 * Math.PI * hand.loops * share + hand.phase;
  const at = share * hand.loops;
  const [a, b] = [hand.tall[Math.floor(at)] ?? 0, hand.tall[Math.min(hand.loops, Math.floor(at) + 1)] ?? 0];
  const tall = a + (at - Math.floor(at)) * (b - a);
  const up = (tall * (1 - Math.cos(turn))) / 2;
  const across = tall * hand.round * 0.35 * Math.sin(turn);
  const reach = 3.2;
  const x = share * reach + across + hand.lean * up * 0.6;
  const y = -up + -hand.rise * share;
  return [45 + 62 * x, 84 + 58 * y];
}

function write(hand: Hand, wobble: number, uniform: () => number): Drawing {
  const count = Math.max(8, Math.round(RATE * hand.seconds));
  const [w1, w2] = [2 * Math.PI * uniform(), 2 * Math.PI * uniform()];
  const clock = (k: number) => Math.round((100 * k) / RATE);
  const tremble = (k: number, phase: number) => wobble * Math.sin(1.7 * k + phase);
  const clip = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));
  const points = Array.from({ length: count }, (_, k) => {
    const even = k / (count - 1);
    const share =
      even - (hand.swing / (4 * Math.PI)) * (Math.sin(4 * Math.PI * even + hand.beat) - Math.sin(hand.beat));
    const [x, y] = place(hand, Math.min(1, Math.max(0, share)));
    return [clip(x + tremble(k, w1), WIDTH), clip(y + tremble(k, w2), HEIGHT), clock(k)] as const;
  });
  const cut = Math.max(2, Math.min(count - 2, Math.round(hand.lift * count)));
  const strokes: Drawing = [points.slice(0, cut), points.slice(cut)];
  if (hand.line === 0) return strokes;
  const length = Math.max(4, Math.round(count * 0.2));
  const line = Array.from({ length }, (_, k) => {
    const share = k / (length - 1);
    const y = 104 + 40 * hand.bend * (share * (1 - share) * 2) - 10 * hand.rise * share;
    return [clip(70 + 170 * hand.line * share, WIDTH), clip(y, HEIGHT), clock(count + 8 + k)] as const;
  });
  return [...strokes, line];
}

/** How far a hand is off from day to day, and how far an imitation of it is. */
const DAILY = 0.05;
const IMITATED = 0.14;

/** A made-up writer's signature on some day. @param writer @param day whole numbers: the same give the same signature */
export function genuine(writer: number, day: number): Drawing {
  const uniform = random(104729 * writer + 31 * day + 1);
  return write(varied(handOf(writer), DAILY, uniform), 0.2, uniform);
}

/** An imitation of a made-up writer's signature: nearly its shape, drawn slowly, evenly and with a tremble. */
export function imitation(writer: number, day: number): Drawing {
  const uniform = random(15485863 * writer + 37 * day + 5);
  const hand = varied(handOf(writer), IMITATED, uniform);
  const slow = between(uniform, 1.1, 2);
  return write({ ...hand, seconds: hand.seconds * slow, swing: hand.swing * 0.3 }, 0.7, uniform);
}
