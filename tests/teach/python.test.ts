import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { pythonClasses } from '../../scripts/python/classes';
import { packWheel, readProject, wheelName } from '../../scripts/python/wheel';
import { defineWidget } from '../../src/lib/state/define';
import { number } from '../../src/lib/state/parameters';
import { classOf, PYTHON_MODULE, pythonLines, pythonText, WHEEL } from '../../src/lib/teach/python';
import { definitions } from '../../src/lib/widgets/registry';

const module = pythonClasses(definitions);
const project = readProject(readFileSync('python/pyproject.toml', 'utf8'));

/** The lines of the class of a widget. */
const classText = (id: string) =>
  new RegExp(`^class ${classOf(id)}\\(Widget\\):$[\\s\\S]*?(?=^class |$(?![\\s\\S]))`, 'm').exec(
    module,
  )?.[0] ?? '';

/** The trait of a parameter, as the arguments that it is made with. */
const traitOf = (id: string, name: string) =>
  new RegExp(`^ {4}(?:${name}|vars\\(\\)\\["${name}"\\]) = _traits\\.(\\w+)\\((.*)\\)$`, 'm').exec(
    classText(id),
  );

describe.each(Object.values(definitions))('the Python class of $id', (definition) => {
  const { id, parameters, outputs } = definition;

  it('names its widget, its parameters and its outputs', () => {
    const text = classText(id);
    expect(text).toContain(`    _ID = "${id}"\n`);
    const listed = /^ {4}_PARAMETERS = \((.*?),?\)$/m.exec(text)?.[1];
    expect(listed?.split(', ')).toEqual(Object.keys(parameters).map((name) => `"${name}"`));
    for (const name of Object.keys(outputs)) expect(text).toContain(`\n    ${name}\n`);
  });

  it.each(Object.entries(parameters))('declares %s as the widget does', (name, parameter) => {
    const [, kind, text = ''] = traitOf(id, name) ?? [];
    const standard = (parameter.format as (value: unknown) => string)(parameter.default);
    switch (parameter.kind) {
      case 'number':
        expect(kind).toBe(parameter.allowed.startsWith('a whole number') ? 'Whole' : 'Number');
        expect(text.split(', ').slice(0, 3).map(Number)).toEqual([
          parameter.default,
          parameter.min,
          parameter.max,
        ]);
        break;
      case 'choice':
        expect(kind).toBe('Choice');
        expect(text.startsWith(`"${standard}", (`)).toBe(true);
        for (const { value } of parameter.options) expect(text).toContain(`"${value}"`);
        break;
      case 'toggle':
        expect([kind, text]).toEqual(['Toggle', parameter.default ? 'True' : 'False']);
        break;
      case 'point':
        expect(kind).toBe('Point');
        expect(
          text
            .match(/-?[\d.]+/g)
            ?.slice(0, 6)
            .map(Number),
        ).toEqual([...parameter.default, ...parameter.min, ...parameter.max]);
        break;
      case 'cloud':
        expect(kind).toBe('Cloud');
        expect(text.split(', ').slice(0, 4).map(Number)).toEqual([
          parameter.min,
          parameter.max,
          parameter.most,
          parameter.classes,
        ]);
        break;
      case 'drawings':
        expect(kind).toBe('Drawings');
        expect(text.startsWith(pythonText(standard))).toBe(true);
    }
  });
});

describe('the Python classes', () => {
  const withParameter = (name: string) => ({
    odd: defineWidget({
      id: 'odd',
      name: 'Odd',
      topic: 'One pair',
      title: 'Say """',
      about: 'A widget',
      parameters: { [name]: number({ label: 'a', default: 1, min: 0, max: 2, step: 0.1 }) },
      model: () => ({}),
      outputs: {},
      summary: () => '',
    }),
  });

  it('write a parameter whose name is a word of Python with a low line', () => {
    expect(pythonClasses(withParameter('lambda'))).toContain('lambda_ = _traits.alias("lambda")');
  });

  it('refuse a parameter whose name every widget of a notebook needs', () => {
    expect(() => pythonClasses(withParameter('layout'))).toThrow('odd: the parameter “layout” has a name');
  });

  it('have docstrings that no text ends early', () => {
    expect(pythonClasses(withParameter('a'))).toContain('"""Say ”.');
  });
});

describe('text as Python', () => {
  it('keeps the lines of a question where it can', () => {
    expect(pythonLines('m: 1\ngoal loss: 0')).toBe('"""\\\nm: 1\ngoal loss: 0\n"""');
  });

  it('never ends early', () => {
    expect(pythonLines('a\n"""\nb')).toBe('"a\\n\\"\\"\\"\\nb"');
    expect(pythonText('a\u2028\\D')).toBe('"a\\u2028\\\\D"');
  });
});

describe('the wheel', () => {
  const files = { '__init__.py': new TextEncoder().encode('"""A module."""\n') };
  const wheel = unzipSync(packWheel(project, files, { readme: '# Read\n', license: 'MIT' }));
  const info = `${PYTHON_MODULE}-${project.version}.dist-info`;
  const text = (path: string) => new TextDecoder().decode(wheel[path]);

  it('has the name that the Teach page says', () => {
    expect(`python/${wheelName(project)}`).toBe(WHEEL);
  });

  it('says what it is and needs', () => {
    expect(text(`${info}/METADATA`)).toContain('Name: contrastive-loss-widgets\n');
    expect(text(`${info}/METADATA`)).toContain('Requires-Dist: anywidget>=');
    expect(text(`${info}/WHEEL`)).toContain('Tag: py3-none-any\n');
  });

  it('records a hash and a size of each of its files but the record itself', () => {
    const record = text(`${info}/RECORD`).trim().split('\n');
    expect(record.map((line) => line.split(',')[0]).sort()).toEqual(Object.keys(wheel).sort());
    expect(record).toContain(`${info}/RECORD,,`);
    expect(record.every((line) => /,sha256=[\w-]{43},\d+$|RECORD,,$/.test(line))).toBe(true);
  });

  it('names a field of pyproject.toml that is missing', () => {
    expect(() => readProject('[project]\nname = "a"\n')).toThrow('version is missing');
  });
});
