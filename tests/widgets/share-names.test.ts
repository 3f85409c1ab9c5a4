import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definition } from '../../src/lib/widgets/temperature/definition';
import { temperatureModel } from '../../src/lib/widgets/temperature/model';
import { shareNames } from '../../src/lib/widgets/temperature/share-names';
import { arbitraryValues } from './arbitrary';

const [DEGREE, ONE] = [416 / 180, 118];
/** Left, lower, right and upper end of a name, as its letters are, in units of the chart. */
const boxesOf = (values: Parameters<typeof temperatureModel>[0]) => {
  const model = temperatureModel(values);
  const names = shareNames(model, DEGREE, ONE);
  const boxes = names.map(({ at: [angle, share], anchor }) => {
    const x = angle * DEGREE;
    const y = share * ONE;
    return anchor === 'start' ? [x, y - 5, x + 20, y + 10] : [x - 20, y - 5, x, y + 10];
  });
  return { model, names, boxes };
};

describe('the names of the shares', () => {
  it('stand right of their lines as the figure begins, but for one that makes room for its neighbour', () => {
    const values = Object.fromEntries(
      Object.entries(definition.parameters).map(([name, parameter]) => [name, parameter.default]),
    ) as Parameters<typeof temperatureModel>[0];
    expect(boxesOf(values).names.map(({ text, anchor }) => `${text} ${anchor}`)).toEqual([
      'p start',
      'n₁ start',
      'n₂ start',
      'n₃ end',
      'n₄ start',
      'n₅ start',
    ]);
  });

  it('are never on the curve, except the one of the positive where it is crossed, nor on each other', () => {
    fc.assert(
      fc.property(arbitraryValues(definition.parameters), (values) => {
        const { model, boxes } = boxesOf(values as Parameters<typeof temperatureModel>[0]);
        for (const [i, [left = 0, low = 0, right = 0, high = 0]] of boxes.entries()) {
          const isOnCurve = model.curve.some(
            ([x, y]) => x * DEGREE > left && x * DEGREE < right && y * ONE > low && y * ONE < high,
          );
          expect(i > 0 && isOnCurve).toBe(false);
          for (const [otherLeft = 0, otherLow = 0, otherRight = 0, otherHigh = 0] of boxes.slice(i + 1))
            expect(left < otherRight && otherLeft < right && low < otherHigh && otherLow < high).toBe(false);
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
