import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { readTex } from '../../src/lib/display/tex';
import TexFormula from '../../src/lib/display/TexFormula.svelte';
import { entryOf, lossNames } from '../../src/lib/widgets/family/catalogue';

const markup = async (tex: string) =>
  (await render(TexFormula, { props: { tex } })).body
    .replace(/<!--.*?-->/g, '')
    .replace(/ class="[^"]*"/g, '');

describe('a formula in TeX', () => {
  it.each(lossNames.map((name) => [name, entryOf(name).declaration.formula]))(
    'of the loss %s is read',
    async (_id, tex) => {
      expect(() => readTex(tex)).not.toThrow();
      expect(await markup(tex)).not.toMatch(/\\|undefined/);
    },
  );

  it('becomes MathML with scripts and fractions in their places', async () => {
    expect(await markup(String.raw`\frac{a_i}{2}`)).toContain(
      '<mfrac displaystyle="true"><msub><mi>a</mi><mi>i</mi></msub><mn>2</mn></mfrac>',
    );
    expect(await markup(String.raw`D^2_{ij}`)).toContain(
      '<msubsup><mi>D</mi><mrow><mi>i</mi><mi>j</mi></mrow><mn>2</mn>',
    );
  });

  it('takes a single sign for an argument without braces', () => {
    expect(readTex(String.raw`\tfrac1\alpha`)).toEqual({
      kind: 'fraction',
      over: { kind: 'number', text: '1' },
      under: { kind: 'identifier', text: 'α' },
      small: true,
    });
  });

  it('keeps the decimals of a number together', () => {
    expect(readTex(String.raw`1.5 \le 0.25`)).toMatchObject({
      items: [{ text: '1.5' }, { text: '≤' }, { text: '0.25' }],
    });
  });

  it('tells a sign from a difference', () => {
    const signs = (tex: string) => JSON.stringify(readTex(tex)).match(/"sign":true/g)?.length ?? 0;
    expect([signs('-a'), signs('(-1)'), signs('a-b'), signs('e^{-a}')]).toEqual([1, 1, 0, 1]);
  });

  it('names a command that it does not know', () => {
    expect(() => readTex(String.raw`\int x`)).toThrow('\\int');
  });
});
