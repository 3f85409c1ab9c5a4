/** @vitest-environment jsdom */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commonCartridge, questionCartridge } from '../../src/lib/teach/questions/cartridge';
import { exercisesOf } from '../../src/lib/teach/questions/question';
import { definitions } from '../../src/lib/widgets/registry';

const SITE = 'https://example.org/textbook/';
const MANIFEST = 'http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1';
const pages = readdirSync('content/pages').map((file) => ({
  slug: file.replace('.md', ''),
  title: `The page ${file}`,
  text: readFileSync(`content/pages/${file}`, 'utf8'),
}));
const questions = exercisesOf(pages, definitions, SITE);

function parsed(xml = ''): Document {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  expect(document.querySelector('parsererror')?.textContent).toBeUndefined();
  return document;
}

const files = questionCartridge('Contrastive Loss by Hand', questions);
const manifest = parsed(files['imsmanifest.xml']);
const resources = [...manifest.querySelectorAll('resource')];
const isLink = (resource: Element) => resource.getAttribute('type') === 'imswl_xmlv1p3';
const fileOf = (resource: Element) => resource.querySelector('file')?.getAttribute('href') ?? '';

describe('the manifest of a common cartridge', () => {
  it('says its version and its title, in the namespaces of version 1.3', () => {
    expect(manifest.documentElement.namespaceURI).toBe(MANIFEST);
    expect(manifest.querySelector('metadata > schema')?.textContent).toBe('IMS Common Cartridge');
    expect(manifest.querySelector('metadata > schemaversion')?.textContent).toBe('1.3.0');
    const [title] = manifest.getElementsByTagNameNS(
      'http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest',
      'string',
    );
    expect(title?.textContent).toBe('Contrastive Loss by Hand');
  });

  it('has one tree with one root, whose leaves are the resources, each once', () => {
    const organizations = [...manifest.querySelectorAll('organization')];
    expect(organizations.map((tree) => tree.getAttribute('structure'))).toEqual(['rooted-hierarchy']);
    expect(organizations[0]?.querySelectorAll(':scope > item')).toHaveLength(1);
    const leaves = [...manifest.querySelectorAll('item[identifierref]')];
    expect(leaves.map((leaf) => leaf.getAttribute('identifierref'))).toEqual(
      resources.map((resource) => resource.getAttribute('identifier')),
    );
    for (const leaf of leaves) expect(leaf.querySelector('title')?.textContent).toBeTruthy();
  });

  it('names nothing twice, by names that XML allows', () => {
    const names = [...manifest.querySelectorAll('[identifier]')].map((part) =>
      part.getAttribute('identifier'),
    );
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[A-Za-z][\w.-]*$/);
  });

  it('names every file, and none that is not there', () => {
    expect(resources.map(fileOf).sort()).toEqual(
      Object.keys(files)
        .filter((name) => name !== 'imsmanifest.xml')
        .sort(),
    );
  });
});

describe('a link of a cartridge', () => {
  it('is one for each figure, without the answer in its address', () => {
    const links = resources.filter(isLink).map((resource) => parsed(files[fileOf(resource)]));
    expect(links).toHaveLength(questions.length);
    for (const link of links) {
      expect(link.documentElement.namespaceURI).toBe('http://www.imsglobal.org/xsd/imsccv1p3/imswl_v1p3');
      expect(link.querySelector('webLink > title')?.textContent).toBeTruthy();
      const address = link.querySelector('webLink > url')?.getAttribute('href') ?? '';
      expect(address.startsWith(`${SITE}embed/`)).toBe(true);
      expect(decodeURIComponent(address)).not.toMatch(/solution:|explanation:|hint:|\[x\]/);
    }
  });

  it('can stand alone, with any words in its title', () => {
    const unit = {
      title: 'A & <b>',
      links: [{ title: '"x" & <y>', address: `${SITE}?a=1&b=2` }],
      questions: [],
    };
    const alone = commonCartridge('T', [unit]);
    const link = parsed(alone['links/link-1-1.xml']);
    expect(link.querySelector('title')?.textContent).toBe('"x" & <y>');
    expect(link.querySelector('url')?.getAttribute('href')).toBe(`${SITE}?a=1&b=2`);
    expect(parsed(alone['imsmanifest.xml']).querySelectorAll('resource')).toHaveLength(1);
  });
});

describe('a quiz of a cartridge', () => {
  const quizzes = resources
    .filter((resource) => !isLink(resource))
    .map((quiz) => parsed(files[fileOf(quiz)]));
  const items = quizzes.flatMap((quiz) => [...quiz.querySelectorAll('item')]);
  const fields = (part: Element | null) =>
    Object.fromEntries(
      [...(part?.querySelectorAll('qtimetadatafield') ?? [])].map((field) => [
        field.querySelector('fieldlabel')?.textContent,
        field.querySelector('fieldentry')?.textContent,
      ]),
    );

  it('is one for each chapter, in the part of QTI 1.2 that cartridges take in', () => {
    expect(quizzes).toHaveLength(new Set(questions.map(({ category }) => category)).size);
    for (const quiz of quizzes) {
      expect(quiz.documentElement.namespaceURI).toBe('http://www.imsglobal.org/xsd/ims_qtiasiv1p2');
      const details = quiz.querySelector('assessment > qtimetadata');
      expect(fields(details)).toMatchObject({ cc_profile: 'cc.exam.v0p1' });
      expect(quiz.querySelectorAll('assessment > section')).toHaveLength(1);
    }
  });

  it.each(questions.map((question, at) => ({ question, at })))(
    'marks $question.id as the page does, or leaves it to somebody with the solution',
    ({ question: { id, task }, at }) => {
      const item = items[at];
      expect(item?.getAttribute('ident')).toBe(id);
      const { cc_profile: profile, qmd_computerscored: scored } = fields(
        item?.querySelector('itemmetadata') ?? null,
      );
      if (task.aim.kind === 'choose') {
        expect(profile).toBe('cc.multiple_choice.v0p1');
        const labels = [...(item?.querySelectorAll('response_label') ?? [])];
        expect(labels).toHaveLength(task.aim.options.length);
        const right = item?.querySelector('respcondition varequal')?.textContent;
        const place = labels.findIndex((label) => label.getAttribute('ident') === right);
        expect(task.aim.options[place]?.right).toBe(true);
        expect(item?.querySelector('setvar')?.textContent).toBe('100');
      } else {
        expect([profile, scored]).toEqual(['cc.essay.v0p1', 'No']);
        const solution = item?.querySelector('solutionmaterial')?.textContent ?? '';
        expect(solution).toContain(
          task.aim.kind === 'predict' ? `${task.aim.value}, give or take ${task.aim.tolerance}` : 'solves it',
        );
      }
    },
  );
});
