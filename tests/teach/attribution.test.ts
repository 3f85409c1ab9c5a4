/** @vitest-environment jsdom */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WidgetElement } from '../../src/lib/embed/element.svelte';
import { attributionOf, WORK } from '../../src/lib/teach/attribution';
import { ATTRIBUTES, METHODS } from '../../src/lib/teach/interface';
import { learningResource } from '../../src/lib/teach/learning-resource';

describe('the line that the licence asks for', () => {
  it('names the work with the version of the package and of its citation', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(WORK.version).toBe(version);
    expect(readFileSync('CITATION.cff', 'utf8')).toContain(`version: ${version}`);
    expect(readFileSync('content/teach/teach.md', 'utf8')).toContain(`version ${version} (${WORK.year})`);
  });

  it('says title, version, year, address and licence, as text and as HTML', () => {
    const { text, html } = attributionOf('Triplet <loss>', 'https://example.org/a?b=1&c=2');
    for (const part of [WORK.title, WORK.version, String(WORK.year), WORK.licence.address]) {
      expect(text).toContain(part);
      expect(html).toContain(part);
    }
    expect(html).toContain('<a href="https://example.org/a?b=1&amp;c=2">Triplet &lt;loss></a>');
  });
});

describe('what a search of teaching material reads', () => {
  const about = {
    title: 'A </script>',
    description: 'D',
    address: 'https://e.org/a/',
    site: 'https://e.org/',
  };
  const json = learningResource({ ...about, kind: 'chapter', minutes: 25, objectives: 'explain it' });

  it('is a learning resource with licence, time and what is learnt', () => {
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'LearningResource',
      name: about.title,
      timeRequired: 'PT25M',
      teaches: 'explain it',
      license: WORK.licence.address,
      isAccessibleForFree: true,
    });
  });

  it('cannot end the script that it stands in', () => expect(json).not.toContain('</'));
});

describe('the page of the interface', () => {
  it('lists every attribute and every method of the element', () => {
    expect(ATTRIBUTES.map(({ name }) => name)).toEqual(WidgetElement.observedAttributes);
    const methods = Object.getOwnPropertyNames(WidgetElement.prototype).filter(
      (name) => name !== 'constructor' && !/Callback$/.test(name),
    );
    expect(METHODS.map(({ name }) => name.replace(/\(.*/, '')).sort()).toEqual(methods.sort());
  });
});
