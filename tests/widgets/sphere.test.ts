import { describe, expect, it } from 'vitest';
import { angleBetween, azimuthOf, dot, travel } from '../../src/lib/geometry/sphere';
import { defaults } from '../../src/lib/state/query';
import { Session } from '../../src/lib/state/session.svelte';
import { definition } from '../../src/lib/widgets/sphere/definition';
import { rememberSphere, sphereModel, type SphereValues } from '../../src/lib/widgets/sphere/model';

const start: SphereValues = defaults(definition.parameters);
const at = (change: Partial<SphereValues>) => sphereModel({ ...start, ...change });

describe('the sphere of classes', () => {
  it.each(['softmax', 'sphereface', 'cosface', 'arcface'] as const)(
    'has borders for “%s” on which the class only just wins',
    (loss) => {
      const sphere = at({ loss });
      sphere.regions.forEach((region, k) => {
        const weight = sphere.W[k as 0 | 1 | 2];
        for (const p of region?.outline ?? []) {
          const [azimuth, theta] = [azimuthOf(weight, p), angleBetween(weight, p)];
          expect(region?.wins(travel(weight, azimuth, theta - 1e-6))).toBe(true);
          expect(region?.wins(travel(weight, azimuth, theta + 1e-6))).toBe(false);
        }
      });
    },
  );

  it('has a gap of exactly the margin for ArcFace between the two nearest classes', () => {
    for (const m2 of [0, 0.2, 0.5, 0.8]) expect(at({ m2 }).gap).toBeCloseTo(m2, 9);
  });

  it('has caps around the weights that lie within the regions', () => {
    const sphere = at({});
    const [region] = sphere.regions;
    for (let i = 0; i < 24; i++) {
      expect(region?.wins(travel(sphere.W[0], (i * Math.PI) / 12, (region?.cap ?? 0) - 1e-6))).toBe(true);
    }
  });

  it('pulls along the sphere, the part along the arc as central differences say', () => {
    const sphere = at({});
    expect(dot(sphere.g, sphere.x)).toBeCloseTo(0, 12);
    const h = 1e-5;
    const loss = (theta: number) => {
      const [x, y, z] = travel(sphere.W[0], sphere.azimuth, theta);
      const longitude = (Math.atan2(y, x) * 180) / Math.PI;
      return at({ x: [longitude, (Math.asin(z) * 180) / Math.PI] }).loss;
    };
    const numeric = (loss(sphere.thetaY + h) - loss(sphere.thetaY - h)) / (2 * h);
    expect(sphere.pull).toBeCloseTo(numeric, 5);
  });

  it('is the same for a session that remembers its map', () => {
    const session = new Session(definition);
    for (const change of [{ turn: 40 }, { m2: 0.3 }, { y: '2' as const }, { w1: [0, 0] as const }]) {
      session.set(change);
      expect(session.summary).toBe(definition.summary(session.values, definition.model(session.values)));
      expect(session.output('gap')).toBe(definition.outputs.gap?.value(definition.model(session.values)));
    }
  });

  it('says so where two classes are nearer than the margin', () => {
    const sphere = at({ w2: [-30, 5] });
    expect(sphere.gap).toBeUndefined();
    expect(definition.outputs.cap?.value(sphere)).toBe('none: too close');
  });
});

describe('a sphere that is turned or whose embedding moves', () => {
  it('has the same answers as one that remembers nothing', () => {
    const model = rememberSphere();
    const plain = ({ regions, plain: without, ...rest }: ReturnType<typeof at>) => ({
      ...rest,
      outlines: [...regions, ...without].map((region) => region?.outline),
    });
    const states = [{}, { turn: 40 }, { x: [3, 4] as const }, { x: [3, 4] as const, m2: 0.2 }, {}];
    const models = states.map((state) => model({ ...start, ...state }));
    expect(models.map(plain)).toEqual(states.map((state) => plain(at(state))));
    expect(models[1], 'the turn').toBe(models[0]);
    expect(models[2]?.regions, 'the map').toBe(models[0]?.regions);
  });
});
