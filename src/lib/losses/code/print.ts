import type { InputKind, LossDeclaration } from '../declare';
import { checkedParameters } from '../parameters';
import { batchPrograms } from './batches';
import { classPrograms } from './classes';
import { exampleInputs, literal, type Inputs } from './example';
import { inFullPrecision, inLanguage } from './language';
import { LANGUAGES, pythonFloat, type ArrayLanguage, type Language } from './names';
import { agreesOn, type LibraryCall } from './library-call';
import { libraryPrograms } from './metric-learning';
import { pairPrograms } from './pairs';
import { pythonName, type Program } from './program';
import { tripletPrograms } from './triplets';

type Values = Record<string, number | boolean | string>;

/** How each loss of the registry is written, by its id. */
const PROGRAMS: Record<string, Program> = {
  ...pairPrograms,
  ...tripletPrograms,
  ...batchPrograms,
  ...classPrograms,
};

export interface PrintOptions {
  /** Values of parameters; each is its default unless given. */
  parameters?: Values;
  /** The inputs to which the program applies the loss; small ones unless given. */
  inputs?: Inputs;
}

/** What is differentiated: everything but labels, sides and scores. */
const isDifferentiable = (name: string, { kind }: InputKind) =>
  kind === 'rows' || kind === 'number' || (kind === 'numbers' && name !== 'score');

/** The inputs of a loss as lines of Python. */
function inputLines(loss: LossDeclaration, inputs: Inputs, array: string, tracks: boolean): string[] {
  return Object.entries(loss.inputs).flatMap(([name, kind]) => {
    const value = inputs[name];
    if (value === undefined) return [];
    const tracked = tracks && isDifferentiable(name, kind) ? ', requires_grad=True' : '';
    return `${name} = ${array}(${literal(kind, value)}${tracked})`.split('\n');
  });
}

/** What the labels mean, where the loss has some, in the words of its declaration. */
const labelNotes = (loss: LossDeclaration) =>
  Object.entries(loss.inputs)
    .filter(([, kind]) => kind.kind === 'sides')
    .map(([name, kind]) => `${name}: ${kind.about}.`);

/** The loss that the program is to print, to six digits. */
const expected = (loss: LossDeclaration, inputs: Inputs, parameters: Values) =>
  pythonFloat(Number(loss.evaluate(inputs as never, parameters as never).loss.toPrecision(6)));

function written(loss: LossDeclaration, language: ArrayLanguage, parameters: Values, inputs: Inputs): string {
  const program = PROGRAMS[loss.id];
  if (program === undefined) throw new RangeError(`the loss ${loss.id} has no program`);
  const rows = Object.keys(loss.inputs).filter((name) => loss.inputs[name]?.kind === 'rows');
  const said = inFullPrecision(language, rows, program.body(parameters, language));
  const keywords = Object.entries(parameters).flatMap(([name, value]) => {
    const python = pythonName(name);
    const isUsed = said.some((line) => new RegExp(`\\b${python}\\b(?!\\s*=[^=])`).test(line));
    if (typeof value !== 'number' || !isUsed) return [];
    return `${python}=${loss.parameters[name]?.kind === 'whole' ? value : pythonFloat(value)}`;
  });
  const { imports, helpers, lines } = inLanguage(language, said);
  const notes = labelNotes(loss);
  const about = [
    `    """${loss.name}.`,
    '',
    ...[loss.about, ...notes].map((sentence) => `    ${sentence}`),
    '    """',
  ];
  const names = Object.keys(loss.inputs);
  const array = { pytorch: 'torch.tensor', numpy: 'np.array', keras: 'ops.array' }[language];
  const tracks = language === 'pytorch';
  const differentiable = names.filter((name) => isDifferentiable(name, loss.inputs[name] as InputKind));
  const comment = `  # ${expected(loss, inputs, parameters)}`;
  return [
    ...imports,
    ...helpers.flatMap((helper) => ['', '', ...helper]),
    '',
    '',
    `def ${program.name}(${[...names, ...keywords].join(', ')}):`,
    ...about,
    ...lines.map((line) => `    ${line}`),
    '',
    '',
    ...inputLines(loss, inputs, array, tracks),
    `loss = ${program.name}(${names.join(', ')})`,
    ...(tracks
      ? [
          'loss.backward()',
          `print(loss.item())${comment}`,
          ...differentiable.map((name) => `print(${name}.grad)`),
        ]
      : [`print(float(loss))${comment}`]),
  ].join('\n');
}

function called(loss: LossDeclaration, call: LibraryCall, parameters: Values, inputs: Inputs): string {
  const { loss: name, arguments: given, prepare = [], call: apply = 'loss_func(x, labels)' } = call;
  const lines = Object.entries(given).map(
    ([key, value]) => `    ${key}=${typeof value === 'number' ? pythonFloat(value) : value},`,
  );
  const text = [...lines, ...prepare].join('\n');
  const modules = ['distances', 'losses', 'miners', 'reducers'].filter(
    (module) => module === 'losses' || text.includes(`${module}.`),
  );
  const embeddings = Object.keys(loss.inputs).filter(
    (input) => apply.includes(`(${input},`) || apply.includes(`=${input},`),
  );
  return [
    ...(text.includes('math.') ? ['import math', ''] : []),
    'import torch',
    `from pytorch_metric_learning import ${modules.join(', ')}`,
    '',
    ...inputLines(loss, inputs, 'torch.tensor', true),
    `loss_func = losses.${name}(`,
    ...lines,
    ')',
    ...prepare,
    `loss = ${apply}`,
    'loss.backward()',
    `print(loss.item())  # ${expected(loss, inputs, parameters)}`,
    ...embeddings.map((input) => `print(${input}.grad)`),
  ].join('\n');
}

/** What is printed: a loss, with its present parameters and inputs. */
export interface PrintSubject extends PrintOptions {
  loss: LossDeclaration;
}

/** A program with the library that it is for. */
export interface PrintedProgram {
  language: Language;
  /** The name of the library. */
  name: string;
  text: string;
}

/**
 * A Python program that computes a loss with its present parameters: in PyTorch with the gradient of every input, in
 * NumPy and Keras the value, and as a call of pytorch-metric-learning where that library computes the same.
 *
 * @returns the program, or undefined where pytorch-metric-learning computes nothing or something else for these
 *   parameters and inputs
 * @throws RangeError for a loss that is not of the registry, or inputs or parameters that the loss does not allow
 * @example printLoss(losses.contrastive, 'pytorch', { parameters: { m: 2 } })
 */
export function printLoss(
  loss: LossDeclaration,
  language: Language,
  { parameters = {}, inputs = exampleInputs(loss) }: PrintOptions = {},
): string | undefined {
  const values = checkedParameters(loss.id, loss.parameters, parameters) as Values;
  const missing = Object.keys(loss.inputs).find((name) => inputs[name] === undefined);
  if (missing !== undefined) throw new RangeError(`inputs has no ${missing}, which ${loss.id} takes`);
  if (language !== 'pytorch-metric-learning') return written(loss, language, values, inputs);
  const call = libraryPrograms[loss.id]?.(values);
  const { items } = loss.evaluate(inputs as never, values as never);
  return call && agreesOn(loss, call, inputs, items) ? called(loss, call, values, inputs) : undefined;
}

/** The programs of a loss in every library that has it. */
export function printAll({ loss, ...options }: PrintSubject): PrintedProgram[] {
  return LANGUAGES.flatMap(({ language, name }) => {
    const text = printLoss(loss, language, options);
    return text === undefined ? [] : [{ language, name, text }];
  });
}
