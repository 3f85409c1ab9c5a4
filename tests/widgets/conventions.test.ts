import { describe, expect, it } from 'vitest';
import { contrastiveOfDistance, LABELS, type LabelConvention } from '../../src/lib/losses';
import { definition } from '../../src/lib/widgets/conventions/definition';
import { pythonFor } from '../../src/lib/widgets/conventions/code';
import { inNumbers } from '../../src/lib/widgets/conventions/formula';
import { conventionsModel, type ConventionsValues } from '../../src/lib/widgets/conventions/model';

const conventions = Object.keys(LABELS) as LabelConvention[];
const start: ConventionsValues = { convention: '0-similar', data: '0-similar', same: '1', D: 0.5, m: 1 };
const at = (change: Partial<ConventionsValues>) => conventionsModel({ ...start, ...change });

describe('the conventions', () => {
  it.each(conventions)('compute the loss of the library where data and loss both write %s', (convention) => {
    for (const same of ['1', '0'] as const) {
      for (const D of [0, 0.4, 1, 2]) {
        const model = at({ convention, data: convention, same, D, m: 1.2 });
        const label = same === '1' ? LABELS[convention].similar : LABELS[convention].dissimilar;
        expect(model.label).toBe(label);
        expect(model.loss).toBe(contrastiveOfDistance(D, label, { m: 1.2, convention }).loss);
        expect(model.right).toBe(model.loss);
        expect(model.wrong).toBe(false);
      }
    }
  });

  it('push the same class apart and pull two classes together when 0 and 1 are swapped', () => {
    for (const [convention, data] of [
      ['0-similar', '1-similar'],
      ['1-similar', '0-similar'],
    ] as const) {
      const [same, other] = at({ convention, data }).rows;
      expect(same.effect).toBe('pushed apart, out to the margin');
      expect(other.effect).toBe('pulled together');
      expect([same.wrong, other.wrong]).toEqual([true, true]);
      const model = at({ convention, data, D: 0.3 });
      expect(model.loss).toBeCloseTo(0.245, 12);
      expect(model.right).toBeCloseTo(0.045, 12);
    }
  });

  it('have the library refuse a label outside the convention, naming it', () => {
    const [same, other] = at({ convention: 'plus-minus-one', data: '1-similar' }).rows;
    expect(same.refusal).toBeNull();
    expect(other.refusal).toMatch(/label is 0/);
    expect(at({ convention: '0-similar', data: 'plus-minus-one' }).rows[1].refusal).toMatch(/label is -1/);
  });

  it('give a 0 read as ±1 half of each term, least at half the margin', () => {
    const lossAt = (D: number) => at({ convention: 'plus-minus-one', data: '0-similar', D }).loss;
    expect(lossAt(0)).toBeCloseTo(0.25, 12);
    expect(lossAt(0.5)).toBeLessThan(lossAt(0.45));
    expect(lossAt(0.5)).toBeLessThan(lossAt(0.55));
  });

  it('let a −1 read as a dissimilar 1-similar label push without end', () => {
    const lossAt = (D: number) => at({ convention: '1-similar', data: 'plus-minus-one', same: '0', D }).loss;
    expect(lossAt(3)).toBeLessThan(lossAt(2));
    expect(lossAt(2)).toBeLessThan(0);
  });

  it('say in the summary what happens and what should happen', () => {
    const values = { ...start, convention: '1-similar' as const };
    const text = definition.summary(values, conventionsModel(values));
    expect(text).toContain('label 0');
    expect(text).toContain('pushed apart');
    expect(text).toContain('should be pulled together');
  });

  it('write the numbers of the pair into the formula', () => {
    const text = inNumbers(
      at({ convention: 'plus-minus-one', data: 'plus-minus-one', same: '0', D: 0.25, m: 1.5 }),
    )
      .map((part) => (typeof part === 'string' ? part : part.value))
      .join('');
    expect(text).toBe('L = ½(1 + (−1)) · ½ 0.25² + ½(1 − (−1)) · ½ max(0, 1.50 − 0.25)² = 0.781');
  });
});

describe('the code of a convention', () => {
  const languages = ['pytorch', 'keras', 'numpy'] as const;

  it.each(languages)('weighs the terms in %s as the loss expects its labels', (language) => {
    const line = (convention: LabelConvention) =>
      pythonFor(language, at({ convention }))
        .split('\n')
        .find((text) => text.startsWith('    loss ='));
    expect(line('0-similar')).toBe('    loss = (1 - y) * similar + y * dissimilar');
    expect(line('1-similar')).toBe('    loss = y * similar + (1 - y) * dissimilar');
    expect(line('plus-minus-one')).toBe('    loss = (1 + y) / 2 * similar + (1 - y) / 2 * dissimilar');
  });

  it.each(languages)(
    'carries in %s the margin, the pair, its label and the loss that it prints',
    (language) => {
      const code = pythonFor(language, at({ data: 'plus-minus-one', same: '0', D: 0.25, m: 1.5 }));
      expect(code).toContain('m=1.5');
      expect(code).toContain('[[0.25, 0.0]]');
      expect(code).toContain('([-1.0])  # two classes');
      expect(code).toMatch(/# -0\.71875$/);
    },
  );
});
