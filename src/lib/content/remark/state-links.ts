import { decode } from '../../state/query';
import { nearest } from '../../state/text';
import { failAt } from './fail-at';
import { readQuery, type Figure } from './figures';
import { textOf, walk, type Node, type PageFile } from './tree';

const TO_FIGURE = /^#([^?:]+)([?:])(.+)$/;
/** A number as it is written: −1.33, or 44,850. */
const WRITTEN = /^[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;

/**
 * Links that speak to a figure:
 * `#pair?y=1&m=2` sets its state, `#pair:D` is a number that follows an output, `#pair?m` one that can be scrubbed.
 * `#pair:loss?y=0` is the output in another state: it only stands there, and is held to what is true.
 */
export function bindStateLinks(tree: Node, file: PageFile, figures: ReadonlyMap<string, Figure>): void {
  walk(tree, (link) => {
    const address = link.type === 'link' ? TO_FIGURE.exec(link.url ?? '') : null;
    if (!address) return;
    const [, name = '', kind, rest = ''] = address;
    const figure = figures.get(name);
    if (!figure) {
      const near = nearest(name, [...figures.keys()]);
      const advice = near ? `nearest valid name “${near}”` : 'the page has none';
      failAt(file, link, `no figure named “${name}” on this page, ${advice}`);
    }
    link.url = `#${name}`;
    if (kind === ':' && rest.includes('?')) becomeHeld(link, figure, rest, file);
    else if (kind === ':') becomeFollower(link, figure, rest, file);
    else if (rest.includes('=')) becomeSetter(link, figure, rest, file);
    else becomeScrubber(link, figure, rest, file);
  });
}

function become(link: Node, className: string, properties: Record<string, unknown>) {
  link.data = { hProperties: { className: [className], ...properties } };
}

function becomeSetter(link: Node, figure: Figure, query: string, file: PageFile) {
  readQuery(figure.definition, query, undefined, file, link);
  become(link, 'cl-set', { dataWidget: figure.name, dataQuery: query });
}

/** An output of a figure's widget, by the name that a link gives it. */
function outputOf({ definition }: Figure, name: string, link: Node, file: PageFile) {
  const output = Object.hasOwn(definition.outputs, name) ? definition.outputs[name] : undefined;
  if (!output) {
    const near = nearest(name, Object.keys(definition.outputs));
    failAt(file, link, `widget “${definition.id}” has no output “${name}”, nearest valid name “${near}”`);
  }
  return output;
}

function becomeHeld(link: Node, figure: Figure, rest: string, file: PageFile) {
  const [name = '', query = ''] = rest.split(/\?(.*)/s);
  const output = outputOf(figure, name, link, file);
  const { definition } = figure;
  const start = decode(definition.parameters, figure.query).values;
  const values = readQuery(definition, query, start, file, link);
  checkWritten(link, output.value(definition.model(values)), `output ${name} at “${query}”`, file);
  Object.assign(link, { type: 'text', value: textOf(link), url: undefined, children: undefined });
}

function becomeFollower(link: Node, figure: Figure, name: string, file: PageFile) {
  const { definition, query } = figure;
  const output = outputOf(figure, name, link, file);
  const model = definition.model(decode(definition.parameters, query).values);
  const digits = checkWritten(link, output.value(model), `output ${name} of “${figure.name}”`, file);
  become(link, 'cl-follow', {
    dataWidget: figure.name,
    dataOutput: name,
    dataDigits: digits,
    dataRole: output.role,
    translate: 'no',
  });
}

function becomeScrubber(link: Node, figure: Figure, name: string, file: PageFile) {
  const { definition, query } = figure;
  const parameter = Object.hasOwn(definition.parameters, name) ? definition.parameters[name] : undefined;
  const numbers = Object.entries(definition.parameters).filter(([, { kind }]) => kind === 'number');
  if (parameter?.kind !== 'number') {
    const near = nearest(
      name,
      numbers.map(([key]) => key),
    );
    const advice = near ? `nearest valid name “${near}”` : 'it has no numbers';
    failAt(file, link, `widget “${definition.id}” has no number “${name}” to scrub, ${advice}`);
  }
  const value = decode(definition.parameters, query).values[name];
  const digits = checkWritten(link, value as number, `parameter ${name} of “${figure.name}”`, file);
  become(link, 'cl-scrub', {
    dataWidget: figure.name,
    dataParameter: name,
    dataDigits: digits,
    dataRole: parameter.role,
    translate: 'no',
  });
}

/** Holds what is written against what is true, to the digits written; returns how many those are. */
function checkWritten(link: Node, value: number | string, what: string, file: PageFile): number | undefined {
  const written = textOf(link);
  if (typeof value === 'string') {
    if (written !== value) failAt(file, link, `${what} is “${value}” here, not “${written}”`);
    return undefined;
  }
  const form = WRITTEN.exec(written);
  if (!form) failAt(file, link, `a number is expected for ${what}, not “${written}”`);
  const digits = form[1]?.length ?? 0;
  const exact = value.toFixed(digits);
  if (Number(written.replace('−', '-').replaceAll(',', '')) !== Number(exact)) {
    failAt(file, link, `${what} is ${exact} here, not ${written}`);
  }
  return digits;
}
