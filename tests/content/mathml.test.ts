import { describe, expect, test } from 'vitest';
import { renderFormula } from '../../src/lib/content/remark/formulas';
import { faultInMathml } from '../../src/lib/content/remark/mathml';

describe('the MathML of a formula', () => {
  test.each([
    '\\tfrac12 \\D^2',
    'x_1',
    'x_i^{(t)}',
    '\\sum_{i=1}^n x_i',
    '\\sqrt[3]{x}',
    'L_{\\mathrm{min}}',
  ])('is well formed for %s', (tex) => {
    expect(renderFormula(tex)).toContain('<math');
  });

  test('must give each place one child, which KaTeX does not for an operator as an index', () => {
    expect(() => renderFormula('L_{\\min}')).toThrow('<msub> with 3 children instead of 2');
  });

  test.each([
    ['<mfrac><mi>a</mi></mfrac>', '<mfrac> with 1 children instead of 2'],
    ['<msubsup><mi>a</mi><mi>b</mi></msubsup>', '<msubsup> with 2 children instead of 3'],
    ['<mrow><munder><mo/><mi>a</mi><mi>b</mi></munder></mrow>', '<munder> with 3 children instead of 2'],
  ])('with a wrong number of children is named: %s', (markup, fault) => {
    expect(faultInMathml(markup)).toContain(fault);
  });

  test('may hold any number of children in a row', () => {
    expect(faultInMathml('<mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow>')).toBeUndefined();
  });
});
