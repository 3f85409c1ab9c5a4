import { defaultParameters, losses, type LossDeclaration } from '../../src/lib/losses';
import { printLoss, type Language } from '../../src/lib/losses/code';
import { pythonFor } from '../../src/lib/widgets/conventions/code';
import { conventionsModel } from '../../src/lib/widgets/conventions/model';
import { definition as conventions } from '../../src/lib/widgets/conventions/definition';
import { drawer, type Inputs } from '../../tests/losses/support/draw';
import { inSituation, isUndecided, SITUATIONS, type Values } from './situations';

/** A printed program, and what the library computes for the same inputs. */
export interface CodeCase {
  id: string;
  language: Language;
  text: string;
  /** The loss, or only that it is finite, where rounding decides which it is. */
  loss: number | 'finite';
  gradient: Record<string, unknown>;
  /** Whether every input is one that half precision holds, so that the program is run in that too. */
  half: boolean;
}

const DRAWS = 8;

/** Four decimals, which a literal holds exactly. */
const rounded = (value: Inputs[string]): Inputs[string] =>
  typeof value === 'number'
    ? Number(value.toFixed(4))
    : (value as number[]).map((part) => rounded(part as never) as never);

/** The defaults, each other choice of an option, flag or whole number, and random values. */
function settingsOf(loss: LossDeclaration): Values[] {
  const defaults = defaultParameters(loss) as Values;
  const choices = Object.entries(loss.parameters).flatMap(([name, parameter]): Values[] => {
    if (parameter.kind === 'flag') return [{ ...defaults, [name]: !parameter.default }];
    if (parameter.kind === 'option')
      return parameter.options.map((value) => ({ ...defaults, [name]: value }));
    return [];
  });
  const draws = Array.from({ length: DRAWS }, (_, seed) => drawer(seed + 1).parameters(loss) as Values);
  // Some choices hold under others alone: libraries have fewer of them.
  const asLibrariesHaveIt = [
    { ...defaults, needsNegatives: true, leastPairs: 2, own: true, reducer: 'mean-active' },
    { ...defaults, needsNegatives: true, leastPairs: 2, own: true },
  ].map((values) => Object.fromEntries(Object.entries(values).filter(([name]) => name in defaults)));
  return [defaults, ...choices, ...draws, ...(asLibrariesHaveIt as Values[])];
}

/** Every loss of the registry under many parameters and in every situation, printed for a library. */
function lossCases(language: Language): CodeCase[] {
  return Object.entries(losses).flatMap(([id, loss]) =>
    settingsOf(loss).flatMap((parameters, k) => {
      const drawn = drawer(100 + k).inputs(loss);
      const random = Object.fromEntries(Object.entries(drawn).map(([name, value]) => [name, rounded(value)]));
      const situations = Object.keys(SITUATIONS).map(
        (name) => [name, inSituation(name, loss, drawn)] as const,
      );
      return [['at random', random] as const, ...situations].flatMap(([situation, inputs]): CodeCase[] => {
        const text = printLoss(loss, language, { parameters, inputs });
        if (text === undefined) return [];
        const { loss: value, gradient } = loss.evaluate(inputs as never, parameters as never);
        const name = `${id}, ${situation}, ${JSON.stringify(parameters)}`;
        const half = situation !== 'at random';
        return isUndecided(situation, parameters)
          ? [{ id: name, language, text, loss: 'finite', gradient: {}, half }]
          : [{ id: name, language, text, loss: value, gradient, half }];
      });
    }),
  );
}

/** The programs of the figure of label conventions, under every choice, with the five digits that they print. */
function conventionCases(language: Language): CodeCase[] {
  if (language === 'pytorch-metric-learning') return [];
  const { convention, data, same } = conventions.parameters;
  return convention.options.flatMap((expected) =>
    data.options.flatMap((written) =>
      same.options.flatMap(({ value: kind }) =>
        [0, 0.5, 1, 3].map((D): CodeCase => {
          const model = conventionsModel({
            convention: expected.value,
            data: written.value,
            same: kind,
            D,
            m: 1.3,
          });
          const id = `conventions, ${expected.value}, ${written.value}, ${kind}, D = ${D}`;
          const text = pythonFor(language, model);
          return { id, language, text, loss: Number(model.loss.toFixed(5)), gradient: {}, half: false };
        }),
      ),
    ),
  );
}

/** Every program that is printed for a library. */
export const casesOf = (language: Language): CodeCase[] => [
  ...lossCases(language),
  ...conventionCases(language),
];
