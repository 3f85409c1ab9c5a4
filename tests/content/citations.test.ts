import { describe, expect, test } from 'vitest';
import { compile, FIRST } from './support/compile';

describe('a citation', () => {
  test('names authors and year and links to the list at the end', async () => {
    expect(await compile('So it is [@hooke1678].')).toContain(
      '(<a href="#ref-hooke1678" class="cl-cite">Hooke 1678</a>)',
    );
  });

  test('may name several works, with the place in each', async () => {
    const page = await compile('So [@hooke1678, eq. 4; @four1900].');
    expect(page).toContain(
      '>Hooke 1678, eq. 4</a>; <a href="#ref-four1900" class="cl-cite">Ö et al. 1900</a>)',
    );
  });

  test('puts the work on the page’s list once, in the order of authors', async () => {
    const page = await compile('[@hooke1678] [@four1900] [@hooke1678]');
    const metadata = JSON.parse(/metadata = (.*);/.exec(page)?.[1] ?? '') as {
      references: { key: string }[];
    };
    expect(metadata.references.map(({ key }) => key)).toEqual(['hooke1678', 'four1900']);
  });

  test('of an unknown work stops the build with the nearest key', async () => {
    await expect(compile('One.\n\nTwo [@hook1678].')).rejects.toThrow(
      `springs.md:${FIRST + 2}: no reference “hook1678” in content/references.bib, nearest valid name “hooke1678”`,
    );
  });

  test('leaves other brackets alone', async () => {
    expect(await compile('An [aside] in brackets.')).toContain('An [aside] in brackets.');
  });
});
