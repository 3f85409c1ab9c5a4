import { describe, expect, it } from 'vitest';
import { ntXent } from '../../src/lib/losses';
import { definition } from '../../src/lib/widgets/batch-matrix/definition';
import {
  batchMatrixModel,
  descended,
  VIEWS,
  type BatchMatrixValues,
} from '../../src/lib/widgets/batch-matrix/model';
import { Session } from '../../src/lib/state/session.svelte';

const values = (change: Partial<BatchMatrixValues> = {}): BatchMatrixValues => ({
  ...new Session(definition).values,
  ...change,
});
const model = (change: Partial<BatchMatrixValues> = {}) => batchMatrixModel(values(change));
const places = ({ rows }: ReturnType<typeof model>) => rows.map(({ at }) => [...at]);

describe('a batch of two views each', () => {
  it.each([2, 3, 4, 5])('costs what NT-Xent of the loss library says of %i samples', (N) => {
    const batch = model({ N, tau: 0.3 });
    const labels = batch.rows.map((_, i) => Math.floor(i / 2));
    const { loss, items, gradient } = ntXent(places(batch), labels, { temperature: 0.3 });
    expect(batch.loss).toBeCloseTo(loss, 12);
    batch.rows.forEach((row, i) => expect(row.loss).toBeCloseTo(items[i] as number, 12));
    batch.arrows.forEach((arrow, i) =>
      arrow.forEach((component, k) =>
        expect(component).toBeCloseTo(-0.3 * 2 * N * (gradient.x[i]?.[k] as number), 12),
      ),
    );
  });

  it('has rows whose shares sum to 1 and whose gradients sum to 0', () => {
    for (const { entries } of model({ tau: 0.1 }).rows) {
      expect(entries.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(entries.reduce((sum, { slope }) => sum + slope, 0)).toBeCloseTo(0, 10);
    }
  });

  it('costs log(2N − 1) where all views lie in one point', () => {
    const one = Object.fromEntries(VIEWS.map((view) => [view, 30]));
    for (const N of [2, 5]) expect(model({ ...one, N }).loss).toBeCloseTo(Math.log(2 * N - 1), 12);
  });

  it('gets cheaper by descent', () => {
    expect(model(descended(values(), 10)).loss).toBeLessThan(model().loss);
    expect(model(descended(values(), 60)).loss).toBeLessThan(model(descended(values(), 10)).loss);
  });
});

describe('two samples that show the same thing', () => {
  it('push each other as any others do, which no loss can see', () => {
    expect(model({ twin: 'pushed' }).loss).toBe(model().loss);
    expect(model().row.mistaken).toBe(0);
    expect(model({ twin: 'pushed' }).row.mistaken).toBeGreaterThan(50);
  });

  it('stand in no denominator of each other where they are left out', () => {
    const { rows } = model({ twin: 'masked' });
    expect(rows[0]?.entries[2]).toMatchObject({ kind: 'left-out', share: 0, slope: 0 });
    expect(rows[0]?.loss).toBeLessThan(model().rows[0]?.loss as number);
    expect(rows[4]?.loss).toBeCloseTo(model().rows[4]?.loss as number, 12);
  });
});
