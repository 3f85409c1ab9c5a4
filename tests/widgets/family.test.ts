import { describe, expect, it } from 'vitest';
import { Session } from '../../src/lib/state/session.svelte';
import { batchOf } from '../../src/lib/widgets/family/batch';
import { entryOf, lossNames, type LossName } from '../../src/lib/widgets/family/catalogue';
import { definition } from '../../src/lib/widgets/family/definition';
import { familyModel, type FamilyValues } from '../../src/lib/widgets/family/model';
import { tiesOf } from '../../src/lib/widgets/family/links';

const values = (change: Partial<FamilyValues> = {}): FamilyValues => ({
  loss: 'contrastive',
  m: 1,
  c: 0.35,
  lambda: 0.5,
  angle: 0.5,
  factor: 4,
  tau: 0.2,
  t: 0,
  point: 1,
  lines: 'all',
  points: null,
  weights: null,
  ...change,
});

const batch = batchOf({ points: null, weights: null });
const length = (row: readonly number[]) => Math.hypot(...row);
const unit = (row: readonly number[]) => row.map((v) => v / length(row));

/** What two rows do to the first of them, by the slope for what the loss sees of them. */
function force(name: LossName, slope: number, x: readonly number[], other: readonly number[]): number[] {
  const away = x.map((v, k) => (other[k] as number) - v);
  const { sees } = entryOf(name);
  if (sees === 'distance') return unit(away).map((v) => slope * v);
  if (sees === 'product') return other.map((v) => slope * v);
  const [from, to] = [unit(x), unit(other)];
  const cos = from.reduce((sum, v, k) => sum + v * (to[k] as number), 0);
  return to.map((v, k) => (slope * (v - cos * (from[k] as number))) / length(x));
}

/** SphereFace also moves an embedding along its own direction, which no other row does. */
const across = lossNames.filter((name) => name !== 'sphereface');

describe('the ties of a batch', () => {
  it.each(across)('of the loss %s add up to the force on every embedding', (name) => {
    const entry = entryOf(name);
    const terms = entry.evaluate(batch, values());
    const classes = terms.W !== null;
    const others = classes ? batch.W : batch.x;
    const sums = batch.x.map(() => [0, 0]);
    const add = (i: number, slope: number, j: number) => {
      const row = sums[i] as number[];
      force(name, slope, batch.x[i] as number[], others[j] as number[]).forEach((v, k) => {
        row[k] = (row[k] as number) + v;
      });
    };
    for (const { i, j, slope } of tiesOf(entry, batch, values(), classes)) {
      add(i, slope, j);
      if (!classes) add(j, slope, i);
    }
    terms.x.forEach((g, i) => {
      g.forEach((component, k) => expect(sums[i]?.[k]).toBeCloseTo(-component, 5));
    });
  });

  it('pull within a class, and push only between classes', () => {
    for (const name of lossNames) {
      const classes = entryOf(name).evaluate(batch, values()).W !== null;
      const { pulls, pushes } = familyModel(values({ loss: name }));
      const own = ({ i, j }: { i: number; j: number }) => batch.labels[i] === (classes ? j : batch.labels[j]);
      expect(pulls.length, name).toBeGreaterThan(0);
      expect(pulls.every(own), name).toBe(true);
      expect(pushes.some(own), name).toBe(false);
    }
  });
});

describe('a run down the gradient', () => {
  it.each(lossNames)('lowers the loss %s', (name) => {
    expect(familyModel(values({ loss: name, t: 60 })).loss).toBeLessThan(
      familyModel(values({ loss: name })).loss,
    );
  });

  it('takes the center loss to zero, for nothing pushes', () => {
    const { loss, pushes } = familyModel(values({ loss: 'center', t: 300 }));
    expect(loss).toBeCloseTo(0, 3);
    expect(pushes).toEqual([]);
  });

  it('gives a session that remembers the same answers', () => {
    const session = new Session(definition);
    for (const t of [5, 30, 12]) {
      session.set({ t });
      expect(session.output('loss')).toBe(familyModel(values({ t })).loss);
    }
  });
});

describe('the family widget', () => {
  it('counts the items as the loss has them', () => {
    const items = (loss: LossName) => familyModel(values({ loss })).items;
    expect([
      items('contrastive'),
      items('triplet'),
      items('n-pair'),
      items('nt-xent'),
      items('arcface'),
    ]).toEqual([36, 108, 3, 18, 9]);
  });

  it.each(['points=0,0,0', 'points=0,0,0;0,0,1', 'points=0,0,0;0,0,0;0,0,1'])(
    'has numbers for the batch %s under every loss',
    (query) => {
      for (const name of lossNames) {
        const session = new Session(definition, `${query}&loss=${name}&t=3`);
        expect(session.summary).not.toMatch(/NaN|Infinity|undefined/);
        expect(Number.isFinite(session.output('loss'))).toBe(true);
      }
    },
  );
});
