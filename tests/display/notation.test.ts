import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { expandNotation } from '../../src/lib/display/notation';

describe('a formula in TeX that runs elsewhere', () => {
  test.each([
    ['\\D = \\lVert \\xa - \\xb \\rVert', 'D = \\lVert x_1 - x_2 \\rVert'],
    ['\\push{(\\m - \\D)^2}', '{(m - D)^2}'],
    ['\\ang x', '\\theta x'],
    ['\\xa2', 'x_1 2'],
    ['\\mathcal{L}(\\y)', '\\mathcal{L}(y)'],
    ['\\max(0, \\m)', '\\max(0, m)'],
  ])('%s is %s', (written, expected) => {
    const tex = expandNotation(written);
    expect(tex).toBe(expected);
    expect(() => katex.renderToString(tex, { throwOnError: true, strict: 'error' })).not.toThrow();
  });
});
