import { isWhole } from '../../src/lib/state/parameters';
import type { AnyParameter } from '../../src/lib/state/parameters';
import type { Definition } from '../../src/lib/state/define';
import { allowedOf, nameOf } from '../../src/lib/teach/reference';
import { classOf, pythonName, pythonText, pythonTuple, pythonValue } from '../../src/lib/teach/python';

/** Names that a parameter cannot have: what every widget of a notebook has already. */
const TAKEN = new Set(
  (
    'widget options task hide free lock controls theme title outputs result notices brings ' +
    'add_class add_traits blur class_own_traits class_traits close comm cross_validation_lock focus get_state ' +
    'get_view_spec has_trait hold_sync hold_trait_notifications keys layout log model_id notify_change observe on_msg ' +
    'on_trait_change on_widget_constructed open remove_class send send_state set_state set_trait tabbable tooltip ' +
    'trait_defaults trait_events trait_has_value trait_metadata trait_names trait_values traits unobserve ' +
    'unobserve_all widget_types widgets'
  ).split(' '),
);

const textOf = (parameter: AnyParameter) =>
  (parameter.format as (value: unknown) => string)(parameter.default);

/** What stands in a docstring: a text of the site cannot end it. */
const inDocstring = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"""', '”');

/** The trait of a parameter, as an expression of Python. */
function traitOf(parameter: AnyParameter): string {
  const standard = pythonValue(parameter, textOf(parameter));
  const call = (kind: string, ...rest: (string | number)[]) =>
    `_traits.${kind}(${[...rest, `allowed=${pythonText(wordsOf(parameter))}`].join(', ')})`;
  const pair = (numbers: readonly number[]) => pythonTuple(numbers.map(String));
  switch (parameter.kind) {
    case 'number':
      return call(isWhole(parameter) ? 'Whole' : 'Number', standard, parameter.min, parameter.max);
    case 'choice':
      return call('Choice', standard, pythonTuple(parameter.options.map(({ value }) => pythonText(value))));
    case 'toggle':
      return `_traits.Toggle(${standard})`;
    case 'point':
      return call('Point', standard, pair(parameter.min), pair(parameter.max));
    case 'cloud':
      return call('Cloud', parameter.min, parameter.max, parameter.most, parameter.classes);
    case 'drawings':
      return call('Drawings', standard);
  }
}

/** What is allowed, in the words of Python where its values are not the text of an address. */
function wordsOf(parameter: AnyParameter): string {
  switch (parameter.kind) {
    case 'point':
      return parameter.allowed.replace('two numbers “x,y”', 'a pair of numbers (x, y)');
    case 'cloud':
      return parameter.allowed.replace(' “x,y,class” separated by semicolons', ' (x, y, class)');
    case 'toggle':
      return 'True or False';
    default:
      return parameter.allowed;
  }
}

/** The class of a widget, as Python. */
function classText(definition: Definition): string {
  const { id, title, about, parameters, outputs, compact, files = [] } = definition;
  const names = Object.keys(parameters);
  const taken = names.find((name) => TAKEN.has(name));
  if (taken)
    throw new Error(`${id}: the parameter “${taken}” has a name that Python’s class needs for itself`);
  const texts = (items: readonly string[]) => pythonTuple(items.map(pythonText));
  const lines = [
    `class ${classOf(id)}(Widget):`,
    `    """${inDocstring(title)}.`,
    '',
    `    ${inDocstring(about)}`,
    '',
    '    Parameters',
    '    ----------',
    ...Object.entries(parameters).flatMap(([name, parameter]) => [
      `    ${pythonName(name)}`,
      `        ${inDocstring(nameOf(parameter))}: ${inDocstring(parameter.kind === 'choice' ? allowedOf(parameter) : wordsOf(parameter))}.`,
    ]),
    '',
    '    Outputs',
    '    -------',
    ...Object.entries(outputs).flatMap(([name, output]) => [
      `    ${name}`,
      `        ${inDocstring(nameOf(output))}.`,
    ]),
    '    """',
    '',
    `    _ID = ${pythonText(id)}`,
    `    _PARAMETERS = ${texts(names)}`,
    `    _PARTS = ${texts([...(compact?.parts ?? []), ...(compact?.more ?? [])])}`,
    ...(files.length > 0 ? [`    _FILES = ${texts(files)}`] : []),
    '',
    ...Object.entries(parameters).flatMap(([name, parameter]) =>
      pythonName(name) !== name
        ? [
            `    vars()[${pythonText(name)}] = ${traitOf(parameter)}`,
            `    ${pythonName(name)} = _traits.alias(${pythonText(name)})`,
          ]
        : [`    ${name} = ${traitOf(parameter)}`],
    ),
  ];
  return lines.join('\n');
}

/** The module of Python with a class for each widget. */
export function pythonClasses(definitions: Readonly<Record<string, Definition>>): string {
  const all = Object.values(definitions);
  const names = all.map(({ id }) => classOf(id));
  return `# Made from the widgets’ definitions by scripts/build-python.mjs. Do not edit.
"""A class for each figure."""

from . import _traits
from ._base import Widget

__all__ = [
${names.map((name) => `    ${pythonText(name)},`).join('\n')}
]


${all.map(classText).join('\n\n\n')}
`;
}
