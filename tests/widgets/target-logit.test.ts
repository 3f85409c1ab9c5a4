import { describe, expect, it } from 'vitest';
import { definition } from '../../src/lib/widgets/target-logit/definition';
import { Curves, targetLogitModel, type TargetLogitValues } from '../../src/lib/widgets/target-logit/model';

const start: TargetLogitValues = {
  show: 'corner',
  theta: 2.9,
  m1: 4,
  m2: 0.5,
  m3: 0.35,
  past: 'none',
  gradient: 'exact',
  s: 16,
};
const at = (change: Partial<TargetLogitValues>) => targetLogitModel({ ...start, ...change });

describe('the targets over the angle', () => {
  it('are those of the papers', () => {
    const model = at({ theta: 0.3 });
    expect(model.of('softmax').target).toBeCloseTo(Math.cos(0.3), 12);
    expect(model.of('sphereface').target).toBeCloseTo(Math.cos(1.2), 12);
    expect(model.of('cosface').target).toBeCloseTo(Math.cos(0.3) - 0.35, 12);
    expect(model.of('arcface').target).toBeCloseTo(Math.cos(0.8), 12);
    expect(model.of('combined').target).toBeCloseTo(Math.cos(0.8) - 0.35, 12);
  });

  it('cost log(1 + exp(−s φ)) against a rival at a right angle', () => {
    const { target, loss } = at({ theta: 1.2, s: 3 }).of('arcface');
    expect(loss).toBeCloseTo(Math.log1p(Math.exp(-3 * target)), 12);
  });

  it('are drawn as the loss of the library has them', () => {
    for (const { name, targets, losses } of at({ s: 64 }).family) {
      for (const k of [0, 17, 60, 120]) {
        const [theta, target] = targets[k] ?? [NaN, NaN];
        const here = at({ s: 64, theta }).of(name);
        expect(target).toBe(here.target);
        expect(losses[k]?.[1]).toBeCloseTo(here.loss, 6);
      }
    }
  });

  it('pull as central differences say', () => {
    const h = 1e-5;
    for (const past of ['none', 'guard', 'easy'] as const) {
      for (const theta of [0.4, 1.3, 1.8, 2.9]) {
        const numeric =
          (at({ theta: theta + h }).under(past).loss - at({ theta: theta - h }).under(past).loss) / (2 * h);
        expect(at({ theta }).under(past).pull).toBeCloseTo(numeric, 5);
      }
    }
  });
});

describe('the corner past π − m', () => {
  it('has the jumps of the guard and of the easy margin', () => {
    const { jumps } = at({});
    expect(jumps.guard?.from).toBeCloseTo(-1, 6);
    expect(jumps.guard?.to).toBeCloseTo(-Math.cos(0.5) - 0.5 * Math.sin(0.5), 6);
    expect(jumps.easy?.from).toBeCloseTo(-Math.sin(0.5), 6);
    expect(jumps.easy?.to).toBeCloseTo(0, 6);
    expect(definition.outputs.guardJump?.value(at({ m2: 0 }))).toMatch(/^no jump/);
  });

  it('rewards the worst embeddings when nothing guards it', () => {
    expect(at({ theta: 3.1 }).under('none').loss).toBeLessThan(at({ theta: 2.65 }).under('none').loss);
    expect(at({}).under('none').pull).toBeLessThan(0);
    expect(at({}).under('guard').pull).toBeGreaterThan(0);
  });

  it('pulls back all the same where the gradient passes straight through', () => {
    const model = at({ gradient: 'straight-through' });
    expect(model.chosen.pull).toBeGreaterThan(0);
    expect(model.chosen.target).toBe(at({}).chosen.target);
  });
});

describe('curves that are kept from one state to the next', () => {
  it('change no answer, and stay as they are while θ alone moves', () => {
    const curves = new Curves();
    const states = [{}, { theta: 2 }, { theta: 2, m2: 0.8 }, { theta: 2.5, m2: 0.8, past: 'easy' as const }];
    const plain = ({ family, corner }: ReturnType<typeof at>) => ({ family, corner });
    const models = states.map((state) => targetLogitModel({ ...start, ...state }, curves));
    expect(models.map(plain)).toEqual(states.map((state) => plain(at(state))));
    expect(models[1]?.family[0]?.targets).toBe(models[0]?.family[0]?.targets);
    expect(models[2]?.family[0]?.targets, 'softmax has no margin').toBe(models[1]?.family[0]?.targets);
    expect(models[2]?.family[3]?.targets).not.toBe(models[1]?.family[3]?.targets);
  });
});
