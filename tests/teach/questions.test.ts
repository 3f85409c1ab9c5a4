/** @vitest-environment jsdom */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEmbedOptions } from '../../src/lib/embed/embed-options';
import { Session } from '../../src/lib/state/session.svelte';
import { giftOf } from '../../src/lib/teach/questions/gift';
import { moodleXml } from '../../src/lib/teach/questions/moodle';
import { qtiItem, qtiPackage } from '../../src/lib/teach/questions/qti';
import { exercisesOf, questionOf } from '../../src/lib/teach/questions/question';
import { toHtml } from '../../src/lib/teach/questions/question-text';
import { definitions } from '../../src/lib/widgets/registry';

const SITE = 'https://example.org/textbook/';
const pages = readdirSync('content/pages').map((file) => ({
  slug: file.replace('.md', ''),
  title: `The page ${file}`,
  text: readFileSync(`content/pages/${file}`, 'utf8'),
}));
const questions = exercisesOf(pages, definitions, SITE);

function parsed(xml: string): Document {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  expect(document.querySelector('parsererror')?.textContent).toBeUndefined();
  return document;
}
const count = (kind: string) => questions.filter(({ task }) => task.aim.kind === kind).length;

describe('the bank of questions', () => {
  it('has every exercise of the pages, each under a name of its own', () => {
    const fences = pages.flatMap(({ text }) => text.match(/^```exercise/gm) ?? []);
    expect(questions).toHaveLength(fences.length);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(fences.length);
    for (const { id } of questions) expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
  });

  it.each(questions)(
    'opens the figure of $id without a notice, and without its answer',
    ({ definition, figure, task }) => {
      const { search } = new URL(figure);
      const options = readEmbedOptions(definition, search);
      expect(options.notices).toEqual([]);
      expect(new Session(definition, options.query).notices).toEqual([]);
      const told = decodeURIComponent(search.replaceAll('+', ' '));
      expect(told).not.toMatch(/solution:|explanation:|hint:|answer |\[x\]/);
      if (task.aim.kind !== 'reach') expect(options.task).toBeUndefined();
    },
  );

  it('writes text, stress and formulas so that a platform reads them', () => {
    expect(toHtml('A **far** *pair* of `x` < 1: $\\D < \\m$ and [2.6](#a:b)')).toBe(
      'A <strong>far</strong> <em>pair</em> of <code>x</code> &lt; 1: \\(D &lt; m\\) and 2.6',
    );
    for (const { task } of questions) {
      for (const text of [task.question, task.hint ?? '', task.explanation ?? ''])
        expect(toHtml(text)).not.toMatch(/\*\*|\$|\\(ang|D|m|pull|push|xa|xb)\b|\uF8FF/);
    }
  });
});

describe('Moodle XML', () => {
  const document = parsed(moodleXml(questions));
  const all = [...document.querySelectorAll('question:not([type="category"])')];

  it('is well formed, with each question in the category of its page', () => {
    expect(all).toHaveLength(questions.length);
    expect(document.querySelectorAll('question[type="category"]').length).toBe(
      new Set(questions.map(({ category }) => category)).size,
    );
    for (const [type, kind] of [
      ['multichoice', 'choose'],
      ['numerical', 'predict'],
      ['essay', 'reach'],
    ] as const)
      expect(document.querySelectorAll(`question[type="${type}"]`).length).toBe(count(kind));
  });

  it.each(questions.map((question, at) => ({ question, at })))(
    'marks $question.id as the page does, with its figure in a frame',
    ({ question: { task }, at }) => {
      const xml = all[at] as Element;
      const text = xml.querySelector('questiontext > text')?.textContent ?? '';
      const body = new DOMParser().parseFromString(text, 'text/html');
      expect(body.querySelector('iframe')?.getAttribute('src')).toMatch(
        /^https:\/\/example\.org\/textbook\/embed\/.*fit=1&v=1$/,
      );
      const full = [...xml.querySelectorAll('answer[fraction="100"]')];
      if (task.aim.kind === 'choose') expect(full).toHaveLength(1);
      if (task.aim.kind === 'predict') {
        expect(Number(full[0]?.querySelector('text')?.textContent)).toBe(task.aim.value);
        expect(Number(full[0]?.querySelector('tolerance')?.textContent)).toBe(task.aim.tolerance);
      }
      if (task.aim.kind === 'reach')
        expect(xml.querySelector('graderinfo')?.textContent).toContain('solves it');
    },
  );
});

describe('GIFT', () => {
  const blocks = giftOf(questions).trim().split('\n\n');
  const asked = blocks.filter((block) => block.startsWith('::'));

  it('has a block for each question, with one pair of braces that means something', () => {
    expect(asked).toHaveLength(questions.length);
    for (const block of asked) {
      const open = block.replaceAll(/\\./g, '');
      expect(open.match(/[{}]/g), block).toEqual(['{', '}']);
      expect(open).toMatch(/^::[^:]+::\[html\]/);
    }
  });

  it.each(questions.map((question, at) => ({ question, at })))(
    'marks $question.id',
    ({ question: { task }, at }) => {
      const [, body = ''] = /\{([\s\S]*)\}$/.exec(asked[at]?.replaceAll(/\\./g, '') ?? '') ?? [];
      const answers = body.split('####')[0] ?? '';
      if (task.aim.kind === 'choose') {
        expect(answers.match(/^ {2}=/gm)).toHaveLength(1);
        expect(answers.match(/^ {2}[~=]/gm)).toHaveLength(task.aim.options.length);
      } else if (task.aim.kind === 'predict')
        expect(answers).toBe(`#${task.aim.value}:${task.aim.tolerance}`);
      else expect(answers).toBe('');
    },
  );
});

describe('QTI 3', () => {
  const files = qtiPackage(questions);

  it('is a package whose manifest names each item once, and nothing that is not there', () => {
    const manifest = parsed(files['imsmanifest.xml'] ?? '');
    const named = [...manifest.querySelectorAll('resource')].map((resource) => resource.getAttribute('href'));
    expect(named.sort()).toEqual(
      Object.keys(files)
        .filter((name) => name !== 'imsmanifest.xml')
        .sort(),
    );
  });

  it.each(questions)('has an item $id that is well formed, and marked as the page marks it', (question) => {
    const item = parsed(qtiItem(question)).documentElement;
    const { aim } = question.task;
    expect(item.getAttribute('identifier')).toBe(question.id);
    const correct = item.querySelector('qti-correct-response qti-value')?.textContent;
    expect(item.querySelectorAll('[response-identifier="RESPONSE"]').length).toBe(1);
    if (aim.kind === 'choose') {
      const choices = [...item.querySelectorAll('qti-simple-choice')];
      expect(choices).toHaveLength(aim.options.length);
      const at = choices.findIndex((choice) => choice.getAttribute('identifier') === correct);
      expect(aim.options[at]?.right).toBe(true);
    } else if (aim.kind === 'predict') {
      expect(Number(correct)).toBe(aim.value);
      expect(item.querySelector('qti-equal')?.getAttribute('tolerance')).toBe(
        `${aim.tolerance} ${aim.tolerance}`,
      );
    } else {
      expect(correct).toBeUndefined();
      expect(item.querySelector('[external-scored="human"]')).not.toBeNull();
    }
    // What only the one who marks may see is kept apart.
    expect(item.querySelector('qti-rubric-block')?.getAttribute('view')).toBe('scorer tutor');
  });
});

it('takes a question of a teacher’s own, and says what keeps a text from being one', () => {
  const about = { id: 'own', title: 'Own', category: 'Own', site: SITE };
  const pair = definitions.pair;
  if (!pair) throw new Error('the pair is registered');
  const own = questionOf(pair, 'question: ?\n- [ ] a ]]> b\n- [x] {c}', about);
  expect(parsed(moodleXml([own])).querySelectorAll('answer')[0]?.textContent).toBe('a ]]&gt; b');
  expect(giftOf([own])).toContain('=\\{c\\}');
  expect(() => questionOf(pair, 'question: ?', about)).toThrow(/nothing is asked for/);
});
