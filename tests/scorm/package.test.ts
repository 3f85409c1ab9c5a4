import { describe, expect, it } from 'vitest';
import type { Embed } from '../../src/lib/embed/embed-url';
import { packageName, scormPackage } from '../../src/lib/scorm/package';
import { definitions } from '../../src/lib/widgets/registry';

const pair = definitions.pair;
if (!pair) throw new Error('the pair is registered');

const ask = (question: string, goal = 'goal loss: 0'): Embed => ({
  widget: 'pair',
  query: '',
  task: `m: 1\nquestion: ${question}\n${goal}`,
});
const manifestOf = (embed: Embed) => String(scormPackage(pair, embed, {})['imsmanifest.xml']);

describe('a package', () => {
  it('is named and titled after its question', () => {
    const embed = ask('Make it cost *nothing*.');
    expect(packageName(embed)).toMatch(/^pair-make-it-cost-nothing-[a-z0-9]+-scorm12\.zip$/);
    expect(manifestOf(embed)).toContain('<title>Make it cost nothing.</title>');
  });

  it('has a name and an identifier of its own, and always the same', () => {
    const embeds: Embed[] = [
      { widget: 'pair', query: '' },
      { widget: 'pair', query: 'm=2' },
      ask('One?'),
      ask('One?', 'goal D: 1'),
      ask('Две?'),
    ];
    const identifierOf = (embed: Embed) => /identifier="([^"]+)"/.exec(manifestOf(embed))?.[1];
    expect(new Set(embeds.map((embed) => packageName(embed))).size).toBe(embeds.length);
    expect(new Set(embeds.map(identifierOf)).size).toBe(embeds.length);
    expect(embeds.map((embed) => packageName(embed))).toEqual(
      structuredClone(embeds).map((embed) => packageName(embed)),
    );
    for (const embed of embeds) expect(identifierOf(embed)).toMatch(/^[A-Za-z][\w.-]*$/);
  });

  it('of a widget as it is keeps the name that it was published under', () => {
    expect(packageName({ widget: 'pair', query: '' })).toBe('pair-scorm12.zip');
  });

  it('says how its question is answered', () => {
    const pageOf = (embed: Embed) => String(scormPackage(pair, embed, {})['index.html']);
    expect(pageOf(ask('?'))).toContain('data-answers="reach"');
    expect(pageOf(ask('?', 'answer loss: 1 ± 0.1'))).toContain('data-answers="predict"');
    expect(pageOf(ask('?', '- [x] a\n- [ ] b'))).toContain('data-answers="choose"');
    expect(pageOf({ widget: 'pair', query: '' })).not.toContain('data-question');
  });
});

describe('a package of SCORM 2004', () => {
  const embed = { widget: 'pair', query: 'm=2' };
  const files = scormPackage(pair, embed, {}, '2004');

  it('says its edition in manifest, page and name', () => {
    expect(String(files['imsmanifest.xml'])).toContain('<schemaversion>2004 4th Edition</schemaversion>');
    expect(String(files['imsmanifest.xml'])).toContain('adlcp:scormType="sco"');
    expect(String(files['index.html'])).toContain('data-scorm="2004"');
    expect(packageName(embed, '2004')).toMatch(/^pair-.*-scorm2004\.zip$/);
    expect(packageName(embed)).toMatch(/-scorm12\.zip$/);
  });
});
