/** A colour as linear light: red, green and blue from 0 to 1. */
export type Light = readonly [number, number, number];
type Matrix = readonly [Light, Light, Light];

const times = (matrix: Matrix, [x, y, z]: Light): Light =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Light;

/** The linear light of a colour such as `#1559a8` (IEC 61966-2-1). */
function lightOf(hex: string): Light {
  if (!/^#[0-9a-f]{6}$/.test(hex))
    throw new RangeError(`colour is “${hex}”; six hexadecimal digits after # are allowed`);
  return [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Light;
}

/** Contrast of two colours, from 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [high, low] = [a, b].map(luminance).sort((p, q) => q - p) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = lightOf(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** How colours reach an eye: as they are, or without one kind of cones (Machado, Oliveira, Fernandes 2009, severity 1). */
const EYES = {
  'three kinds of cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
} as const satisfies Record<string, Matrix>;

export type Eye = keyof typeof EYES;

/** How far apart two colours look to an eye: their distance in Oklab (Ottosson 2020), about 0.02 where it is just seen. */
export function difference(a: string, b: string, eye: Eye): number {
  const [p, q] = [a, b].map((hex) => oklab(times(EYES[eye], lightOf(hex)))) as [Light, Light];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

const TO_CONES: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

function oklab(light: Light): Light {
  const inGamut = light.map((part) => Math.min(1, Math.max(0, part))) as unknown as Light;
  return times(TO_LAB, times(TO_CONES, inGamut).map(Math.cbrt) as unknown as Light);
}
