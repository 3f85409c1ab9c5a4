/** @vitest-environment jsdom */
import { describe, expect, it } from 'vitest';
import type { Embed } from '../../src/lib/embed/embed-url';
import { definitions } from '../../src/lib/widgets/registry';
import { packageName, xapiPackage, type Standard } from '../../src/lib/xapi/package';

const SITE = 'https://example.org/textbook/';
const pair = definitions.pair;
if (!pair) throw new Error('the pair is registered');

const asking: Embed = {
  widget: 'pair',
  query: '',
  task: 'm: 1\nquestion: Which *is* "it" & <why>?\n- [x] This, $D$\n- [ ] That',
};
const plain: Embed = { widget: 'pair', query: '' };

function filesOf(embed: Embed, standard: Standard) {
  const files = xapiPackage(pair as NonNullable<typeof pair>, embed, {}, { standard, site: SITE });
  const parse = (name: string, type: DOMParserSupportedType) => {
    const document = new DOMParser().parseFromString(String(files[name]), type);
    expect(document.querySelector('parsererror')?.textContent).toBeUndefined();
    return document;
  };
  return { files, parse };
}

describe('a cmi5 package', () => {
  it('describes a course of one unit, whose question must be solved', () => {
    const document = filesOf(asking, 'cmi5').parse('cmi5.xml', 'text/xml');
    expect(document.documentElement.namespaceURI).toBe(
      'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd',
    );
    const [course, unit] = [...document.documentElement.children];
    expect([course?.localName, unit?.localName]).toEqual(['course', 'au']);
    for (const part of [course, unit])
      expect(part?.querySelector('title > langstring')?.textContent).toBe('Which is "it" & <why>?');
    expect(unit?.getAttribute('moveOn')).toBe('CompletedAndPassed');
    expect(unit?.getAttribute('masteryScore')).toBe('1.0');
    expect(unit?.querySelector('url')?.textContent).toBe('index.html');
    expect(unit?.getAttribute('id')).not.toBe(course?.getAttribute('id'));
    expect(URL.canParse(unit?.getAttribute('id') ?? '')).toBe(true);
  });

  it('without a question must be tried, and has no score', () => {
    const unit = filesOf(plain, 'cmi5').parse('cmi5.xml', 'text/xml').querySelector('au');
    expect(unit?.getAttribute('moveOn')).toBe('Completed');
    expect(unit?.hasAttribute('masteryScore')).toBe(false);
  });
});

describe('a cmi5 package whose hint costs points', () => {
  it('must be solved, with any points', () => {
    const costly = { ...asking, task: `${asking.task}\nhint: Look.\nhint-cost: 25 %` };
    const unit = filesOf(costly, 'cmi5').parse('cmi5.xml', 'text/xml').querySelector('au');
    expect(unit?.getAttribute('moveOn')).toBe('CompletedAndPassed');
    expect(unit?.hasAttribute('masteryScore')).toBe(false);
  });
});

describe('a Tin Can package', () => {
  it('describes one activity and what opens it', () => {
    const document = filesOf(asking, 'tincan').parse('tincan.xml', 'text/xml');
    const activity = document.querySelector('tincan > activities > activity');
    expect(activity?.querySelector('name')?.textContent).toBe('Which is "it" & <why>?');
    expect(activity?.querySelector('launch')?.textContent).toBe('index.html');
    expect(activity?.getAttribute('id')).toMatch(/^https:\/\/example\.org\/textbook\/embed\/pair\/#pair-/);
  });
});

describe.each(['cmi5', 'tincan'] as const)('a package of kind %s', (standard) => {
  it('has a name of its own, by which it is told from the other', () => {
    expect(packageName(asking, standard)).toMatch(/^pair-which-is-it-why-[a-z0-9]+-/);
    expect(packageName(asking, standard).endsWith(`-${standard}.zip`)).toBe(true);
  });

  it('lets its page tell reports what is asked and what may be chosen', () => {
    const page = filesOf(asking, standard).parse('index.html', 'text/html');
    expect(page.querySelector('script[src="embed/xapi.js"]')).not.toBeNull();
    const { definition = '' } = page.documentElement.dataset;
    expect(JSON.parse(definition)).toMatchObject({
      description: { en: 'Which is "it" & <why>?' },
      interactionType: 'choice',
      choices: [
        { id: 'a', description: { en: expect.stringContaining('This') as string } },
        { id: 'b', description: { en: 'That' } },
      ],
    });
    expect(filesOf(plain, standard).parse('index.html', 'text/html').documentElement.dataset.definition).toBe(
      undefined,
    );
  });
});
