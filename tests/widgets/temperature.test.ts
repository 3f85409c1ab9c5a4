import { describe, expect, it } from 'vitest';
import { infoNce, ntXent } from '../../src/lib/losses';
import { placeOf, turned } from '../../src/lib/widgets/temperature/circle';
import { temperatureModel, type TemperatureValues } from '../../src/lib/widgets/temperature/model';

const values = (change: Partial<TemperatureValues> = {}): TemperatureValues => ({
  tau: 0.2,
  p: 50,
  n1: -35,
  n2: 75,
  n3: -70,
  n4: 130,
  n5: -140,
  ...change,
});

const model = (change: Partial<TemperatureValues> = {}) => temperatureModel(values(change));

describe('InfoNCE of one anchor', () => {
  it('costs what the loss library says of this anchor', () => {
    const { anchor, positive, negatives, loss } = model();
    const rows = [anchor, positive.at, ...negatives.map(({ at }) => at)].map((row) => [...row]);
    const { items } = ntXent(rows, [0, 0, 1, 2, 3, 4, 5], { temperature: 0.2 });
    expect(loss).toBeCloseTo(items[0] as number, 12);
    const anchors = rows.slice(1).map(() => [...anchor]);
    expect(infoNce(anchors, rows.slice(1), { temperature: 0.2 }).items[0]).toBeCloseTo(loss, 12);
  });

  it('shares out one push among the negatives', () => {
    for (const tau of [0.02, 0.2, 2]) {
      const { negatives, positive } = model({ tau });
      expect(negatives.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      const all = positive.probability + negatives.reduce((sum, { probability }) => sum + probability, 0);
      expect(all).toBeCloseTo(1, 12);
    }
  });

  it('looks at the nearest negative alone when the temperature is small, and at all of them when it is large', () => {
    expect(model({ tau: 0.02 }).nearest.share).toBeGreaterThan(0.999);
    expect(model({ tau: 0.02 }).effective).toBeCloseTo(1, 2);
    expect(model({ tau: 2 }).effective).toBeGreaterThan(4);
  });

  it('puts every negative on the curve', () => {
    const { negatives, nearest, tau } = model({ n1: 20 });
    for (const { cos, share } of negatives) {
      expect(share).toBeCloseTo(nearest.share * Math.exp((cos - nearest.cos) / tau), 9);
    }
  });
});

describe('a point of the circle', () => {
  it('turns to the direction in which it is dragged', () => {
    expect(turned(10, [1, 0])).toBeCloseTo(90, 9);
    expect(turned(170, [-0.2, -2])).toBeCloseTo(-174.289, 2);
  });

  it('stays where it is when it is moved to the middle', () => {
    expect(turned(90, [0, 0])).toBe(90);
    expect(Math.abs(turned(-180, placeOf(-180)))).toBeCloseTo(180, 9);
  });
});
