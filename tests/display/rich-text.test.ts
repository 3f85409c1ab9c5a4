import fc from 'fast-check';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import RichText from '../../src/lib/display/RichText.svelte';
import { readRichText } from '../../src/lib/display/rich-text';

describe('a text from outside', () => {
  it('may hold stress, weight, code and formulas in the notation of the pages', () => {
    expect(readRichText('a *b* **c** `d` $\\D = \\tfrac12$ e')).toEqual([
      { kind: 'text', text: 'a ' },
      { kind: 'em', text: 'b' },
      { kind: 'text', text: ' ' },
      { kind: 'strong', text: 'c' },
      { kind: 'text', text: ' ' },
      { kind: 'code', text: 'd' },
      { kind: 'text', text: ' ' },
      { kind: 'formula', text: 'D = \\tfrac12' },
      { kind: 'text', text: ' e' },
    ]);
  });

  it('keeps the words of a link, and the source of a formula that a figure cannot show', () => {
    expect(readRichText('[here](https://a.example) $\\int x$')).toEqual([
      { kind: 'text', text: 'here' },
      { kind: 'text', text: ' ' },
      { kind: 'code', text: '\\int x' },
    ]);
  });

  it('is never read as HTML, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        const { body } = await render(RichText, { props: { text: `<img src=x>${text}<b>` } });
        expect(body).not.toMatch(/<(img|b)\b/);
      }),
      { seed: 11, numRuns: 100 },
    );
  });
});
