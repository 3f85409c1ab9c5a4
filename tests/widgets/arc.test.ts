import { describe, expect, it } from 'vitest';
import { arcFace } from '../../src/lib/losses';
import { definition } from '../../src/lib/widgets/arc/definition';
import { arcModel, type ArcValues } from '../../src/lib/widgets/arc/model';

const start: ArcValues = {
  loss: 'arcface',
  y: '1',
  x: 55,
  w1: 20,
  w2: 125,
  w3: -110,
  m1: 2,
  m2: 0.5,
  m3: 0.35,
  past: 'guard',
  s: 8,
  land: false,
};
const at = (change: Partial<ArcValues>) => arcModel({ ...start, ...change });
const unit = (degrees: number) => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];

describe('the circle of classes', () => {
  it('has the loss of the library, and the angle that it adds', () => {
    const W = [unit(20), unit(125), unit(-110)];
    expect(at({}).loss).toBeCloseTo(arcFace([unit(55)], W, [0], { s: 8 }).loss, 12);
    expect(at({}).thetaY).toBeCloseTo((35 * Math.PI) / 180, 12);
    expect((at({}).counted ?? NaN) - at({}).thetaY).toBeCloseTo(0.5, 12);
    expect(at({}).p.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
  });

  it.each(['softmax', 'sphereface', 'cosface', 'arcface'] as const)(
    'pulls along the circle for “%s” as central differences say',
    (loss) => {
      const h = 1e-4;
      for (const x of [-150, -40, 55, 100]) {
        const numeric =
          (at({ loss, x: x + h }).loss - at({ loss, x: x - h }).loss) / ((2 * h * Math.PI) / 180);
        expect(at({ loss, x }).slope).toBeCloseTo(numeric, 5);
      }
    },
  );

  it('leaves a gap of the margin between two classes under ArcFace, however far apart they are', () => {
    for (const w2 of [80, 100, 125]) expect(at({ w2 }).gap).toBeCloseTo(0.5, 9);
    expect(at({ loss: 'softmax' }).gap).toBeCloseTo(0, 9);
  });

  it('leaves a gap under CosFace that depends on how far apart they are', () => {
    expect(at({ loss: 'cosface', w2: 70 }).gap).toBeGreaterThan(
      Number(at({ loss: 'cosface', w2: 125 }).gap) + 0.1,
    );
  });

  it('says so where the classes are nearer than the margin', () => {
    expect(at({ w2: 40 }).gap).toBe('none: too close');
    expect(at({ w2: 40 }).reaches[0]).toBeUndefined();
  });

  it('turns the embedding away from its class past π − m without a guard, and back with one', () => {
    const far = { x: -165, w2: -65, w3: 95 };
    expect(at({ ...far, past: 'none' }).pull).toBeLessThan(0);
    expect(at({ ...far, past: 'guard' }).pull).toBeGreaterThan(0);
    expect(at({ ...far, past: 'guard' }).counted).toBeUndefined();
    expect(definition.outputs.counted?.value(at({ ...far, past: 'guard' }))).toMatch(/^none/);
  });

  it('has a finite pull at the class weight itself and opposite to it', () => {
    for (const x of [20, -160]) expect(Number.isFinite(at({ x }).pull)).toBe(true);
  });
});
