import { describe, expect, test } from 'vitest';
import { h5pName, h5pPackage, H5P_FILES } from '../../src/lib/h5p/package';
import { readParameters } from '../../src/lib/h5p/parameters';
import { readWork } from '../../src/lib/h5p/work';
import { definitions } from '../../src/lib/widgets/registry';

const task = 'm: 1\nquestion: Make it cost nothing.\ngoal loss: 0';
const embed = { widget: 'pair', query: 'm=2', locked: ['y'], task };
const carried = Object.fromEntries(H5P_FILES.map((file) => [file, new Uint8Array([1])]));
const widgets = Object.keys(definitions);

function made(id = 'pair') {
  const definition = definitions[id];
  if (!definition) throw new RangeError(id);
  return h5pPackage(definition, { ...embed, widget: id }, widgets, carried);
}
const read = (file: string, files = made()) => JSON.parse(String(files[file])) as Record<string, unknown>;

/** Endings that H5P takes in with a library (H5P PHP library, default whitelist, as documented). */
const ALLOWED = /\.(json|js|css|svg|png|woff2)$/;

describe('an H5P package', () => {
  test('names the library that it holds, under the folder of its version', () => {
    const { mainLibrary, preloadedDependencies } = read('h5p.json') as {
      mainLibrary: string;
      preloadedDependencies: { machineName: string; majorVersion: number; minorVersion: number }[];
    };
    const [library] = preloadedDependencies;
    expect(library?.machineName).toBe(mainLibrary);
    const folder = `${mainLibrary}-${library?.majorVersion}.${library?.minorVersion}`;
    const { machineName, preloadedJs, runnable } = read(`${folder}/library.json`);
    expect([machineName, runnable]).toEqual([mainLibrary, 1]);
    for (const { path } of preloadedJs as { path: string }[])
      expect(made()).toHaveProperty([`${folder}/${path}`]);
  });

  test('says the state, the locks and the question in fields that its editor knows', () => {
    const content = read('content/content.json');
    expect(content).toEqual({ widget: 'pair', query: 'm=2&lock=y', task });
    const [folder = ''] = Object.keys(made()).filter((file) => file.endsWith('semantics.json'));
    const fields = JSON.parse(String(made()[folder])) as { name: string; options?: { value: string }[] }[];
    expect(fields.map(({ name }) => name)).toEqual(Object.keys(content));
    expect(fields[0]?.options?.map(({ value }) => value)).toEqual(widgets);
  });

  test.each(widgets)('of %s holds no file that H5P refuses', (id) => {
    expect(Object.keys(made(id)).filter((file) => !ALLOWED.test(file))).toEqual([]);
  });

  test('has a name that tells its question', () => {
    expect(h5pName(embed)).toMatch(/^pair-make-it-cost-nothing-\w+\.h5p$/);
  });
});

describe('the parameters of a content', () => {
  test('are read as they were written, whatever H5P has made of their signs', () => {
    const given = {
      widget: 'pair',
      query: 'm=2&amp;lock=y',
      task: 'goal loss: &lt; 1\nquestion: It&#039;s?',
    };
    expect(readParameters(given)).toEqual({
      widget: 'pair',
      query: 'm=2&lock=y',
      task: "goal loss: < 1\nquestion: It's?",
    });
  });

  test.each([undefined, null, 'm=2', { widget: 3 }])('that are %j are empty', (given) => {
    expect(readParameters(given)).toEqual({ widget: '', query: '', task: '' });
  });
});

describe('the work that H5P kept', () => {
  test('is read with the attempt', () => {
    const attempt = { solved: true, tries: 2, hint: false, explanation: false, score: 1, answer: '0.5' };
    expect(readWork({ change: 'm=1', attempt })).toEqual({ change: 'm=1', attempt });
  });

  test.each([undefined, null, '', { change: 4 }, { change: 'm=1', attempt: 'x' }])(
    'is no attempt where it is %j',
    (kept) => {
      expect(readWork(kept).attempt).toBeUndefined();
    },
  );
});
