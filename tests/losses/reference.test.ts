import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { adapters, checkFile } from '../../scripts/reference/check';

const folder = new URL('../fixtures/reference/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

describe('the library and other implementations', () => {
  it.each(names)('agree in every case of %s', (name) => {
    const { cases } = checkFile(read(name));
    expect(cases.length).toBeGreaterThan(0);
    expect(cases.filter((report) => !report.agrees)).toEqual([]);
  });

  it('have a reference for every adapter', () => {
    expect(names.map((name) => name.replace('.json', '')).sort()).toEqual(Object.keys(adapters).sort());
  });
});

describe('a reference file', () => {
  const file = JSON.parse(read('contrastive.json')) as { cases: { expected: { value: number } }[] };
  const text = (change: (file: ReturnType<typeof JSON.parse>) => void) => {
    const copy = structuredClone(file);
    change(copy);
    return JSON.stringify(copy);
  };

  it('fails in the case, and at the place, that disagrees', () => {
    const { cases } = checkFile(text((copy) => (copy.cases[3].expected.value += 1e-6)));
    const failing = cases.filter((report) => !report.agrees);
    expect(failing.map(({ id, where }) => `${id} ${where}`)).toEqual(['contrastive-d003 value']);
  });

  it('is refused with the reason when its loss is unknown', () => {
    expect(() => checkFile(text((copy) => (copy.loss = 'mystery')))).toThrow('loss “mystery” is unknown');
  });

  it('is refused with the place when it is malformed', () => {
    expect(() => checkFile(text((copy) => (copy.cases[2].expected.value = 'x')))).toThrow(
      'cases.2.expected.value',
    );
    expect(() => checkFile(text((copy) => (copy.format = 'other/2')))).toThrow('format');
  });

  it('reports a case that the library refuses, with what it said', () => {
    const { cases } = checkFile(text((copy) => (copy.cases[0].params.margin = -1)));
    expect(cases[0]?.problem).toContain('m is -1');
  });
});
