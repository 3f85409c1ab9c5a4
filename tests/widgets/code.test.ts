import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultParameters, type LossDeclaration } from '../../src/lib/losses';
import { printLoss } from '../../src/lib/losses/code';
import { defaults } from '../../src/lib/state/query';
import type { Values } from '../../src/lib/state/parameters';
import { codeOf as arcCode } from '../../src/lib/widgets/arc/code';
import { definition as arc } from '../../src/lib/widgets/arc/definition';
import { codeOf as familyCode } from '../../src/lib/widgets/family/code';
import { definition as family } from '../../src/lib/widgets/family/definition';
import { codeOf as variantsCode } from '../../src/lib/widgets/variants/code';
import { codeOf as sphereCode } from '../../src/lib/widgets/sphere/code';
import { definition as sphere } from '../../src/lib/widgets/sphere/definition';
import { codeOf as miningCode, isPrinted } from '../../src/lib/widgets/mining/code';
import { definition as mining } from '../../src/lib/widgets/mining/definition';
import { codeOf as tripletCode } from '../../src/lib/widgets/triplet/code';
import { definition as triplet } from '../../src/lib/widgets/triplet/definition';
import { definition as variants } from '../../src/lib/widgets/variants/definition';
import { arbitraryValues } from './arbitrary';

const RUNS = { numRuns: 60, seed: 20062 };

interface Code {
  loss: LossDeclaration;
  parameters: Record<string, unknown>;
  inputs: Record<string, unknown>;
}

/** What the printed program computes: the loss, with the parameters and inputs that are written into it. */
const computed = ({ loss, parameters, inputs }: Code) =>
  loss.evaluate(inputs as never, { ...defaultParameters(loss), ...parameters } as never).loss;

const near = (found: number, expected: number) =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(expected)));

describe('the code of a widget computes the loss that the widget shows', () => {
  it('in variants', () => {
    fc.assert(
      fc.property(arbitraryValues(variants.parameters), (drawn) => {
        const model = variants.model(drawn as Values<typeof variants.parameters>);
        if (model.other) near(computed(variantsCode(model) as unknown as Code), model.other.loss);
      }),
      RUNS,
    );
  });

  it('in arc', () => {
    fc.assert(
      fc.property(arbitraryValues(arc.parameters), (drawn) => {
        const values = drawn as Values<typeof arc.parameters>;
        near(computed(arcCode(values) as unknown as Code), arc.model(values).loss);
      }),
      RUNS,
    );
  });

  it('in triplet, for every form', () => {
    fc.assert(
      fc.property(arbitraryValues(triplet.parameters), (drawn) => {
        const model = triplet.model(drawn as Values<typeof triplet.parameters>);
        near(computed(tripletCode(model)), model.loss);
      }),
      RUNS,
    );
  });

  it('in sphere', () => {
    fc.assert(
      fc.property(arbitraryValues(sphere.parameters), (drawn) => {
        const values = drawn as Values<typeof sphere.parameters>;
        near(computed(sphereCode(values)), sphere.model(values).loss);
      }),
      RUNS,
    );
  });

  it('in mining, for every choice that is not drawn by lot', () => {
    for (const { value: left } of mining.parameters.left.options.filter(({ value }) => isPrinted(value))) {
      const values = { ...defaults(mining.parameters), left, t: 3 } as Values<typeof mining.parameters>;
      const { a, labels } = mining.model(values);
      if (isPrinted(left)) near(computed(miningCode(left, a, labels, values)), a.loss);
    }
  });

  it('in family, for every loss of the map', () => {
    for (const { value: loss } of family.parameters.loss.options) {
      const values = {
        ...Object.fromEntries(Object.entries(family.parameters).map(([name, { default: d }]) => [name, d])),
        loss,
      } as Values<typeof family.parameters>;
      const model = family.model(values);
      const code = familyCode(loss, model.batch, values);
      near(computed(code as unknown as Code), model.loss);
      expect(printLoss(code.loss, 'pytorch', code as never)).toContain('loss.backward()');
    }
  });
});
