import { describe, expect, test } from 'vitest';
import { parseBibtex } from '../../src/lib/content/bibliography/bibtex';
import { reference } from '../../src/lib/content/bibliography/reference';

const only = (source: string) => {
  const [entry] = parseBibtex(source).values();
  if (!entry) throw new Error('no entry');
  return entry;
};
const withAuthors = (author: string) => reference(only(`@misc{k, author = {${author}}, year = 2006}`));

describe('a bibliography', () => {
  test('is read entry by entry, whatever encloses a value', () => {
    const { kind, key, fields } = only(
      '@InProceedings{a2006, Title = "One, {Two}", year = 2006, pages = {1--2},}',
    );
    expect({ kind, key, fields }).toEqual({
      kind: 'inproceedings',
      key: 'a2006',
      fields: { title: 'One, Two', year: '2006', pages: '1–2' },
    });
  });

  test('keeps each entry as it was written', () => {
    const source = '@misc{a,\n  title = {{A} B}\n}';
    expect(only(`% a remark\n${source}\n`).source).toBe(source);
  });

  test.each([
    [`S{\\"a}ckinger`, 'Säckinger'],
    [`{\\'E}cole \\& L{\\o}v`, 'École & Løv'],
    [`Fran\\c{c}ois`, 'François'],
    ["``{Siamese}''", '“Siamese”'],
  ])('turns %s into %s', (latex, text) => {
    expect(only(`@misc{k, title = {${latex}}}`).fields.title).toBe(text);
  });

  test.each([
    ['@misc{a, title = {b}', 'line 1: a brace is never closed'],
    ['\n@misc a', 'line 2: “@kind{key,” is expected'],
    ['@misc{a, b}', 'line 1: “field = {value}” is expected'],
    ['@misc{a, year = 1}\n@misc{a, year = 2}', 'line 2: “a” is there twice'],
  ])('%j is refused: %s', (source, message) => {
    expect(() => parseBibtex(source)).toThrow(message);
  });
});

describe('a reference', () => {
  test.each([
    ['Hooke, Robert', 'Hooke 2006', 'R. Hooke'],
    [
      'Raia Hadsell and Chopra, Sumit and LeCun, Yann',
      'Hadsell, Chopra, LeCun 2006',
      'R. Hadsell, S. Chopra, Y. LeCun',
    ],
    ['van den Oord, A{\\"a}ron and Li, Yazhe', 'van den Oord, Li 2006', 'A. van den Oord, Y. Li'],
    ['A, B and C, D and E, F and G, H', 'A et al. 2006', 'B. A, D. C, F. E, H. G'],
    ['Koch, Jean-Luc M.', 'Koch 2006', 'J.-L. M. Koch'],
    ['Paszke, Adam and others', 'Paszke et al. 2006', 'A. Paszke et al.'],
  ])('by %s is cited as %s', (author, short, authors) => {
    expect(withAuthors(author)).toMatchObject({ short, authors });
  });

  test('links its DOI before its address, and its preprint when it has neither', () => {
    const url = (fields: string) => reference(only(`@misc{k, ${fields}}`)).url;
    expect(url('doi = {10.1/x}, url = {https://a.example}')).toBe('https://doi.org/10.1/x');
    expect(url('url = {https://a.example}, eprint = {1.2}')).toBe('https://a.example');
    expect(url('eprint = {1503.03832}')).toBe('https://arxiv.org/abs/1503.03832');
    expect(url('year = 1')).toBe('');
  });
});
