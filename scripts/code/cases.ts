import { defaultParameters, losses, type LossDeclaration } from '../../src/lib/losses';
import { printLoss, type Language } from '../../src/lib/losses/code';
import { drawer, type Inputs } from '../../tests/losses/support/draw';

type Values = Record<string, number | boolean | string>;

/** A printed program, and what the library computes for the same inputs. */
export interface CodeCase {
  id: string;
  language: Language;
  text: string;
  loss: number;
  gradient: Record<string, unknown>;
}

const DRAWS = 8;

/** Whether an item counts as active only where a logarithm keeps more digits than the others' do. */
const isBarelyActive = (item: number) => item > 0 && item < 1e-6;

/** Four decimals, which a literal holds exactly. */
const rounded = (value: Inputs[string]): Inputs[string] =>
  typeof value === 'number'
    ? Number(value.toFixed(4))
    : (value as number[]).map((part) => rounded(part as never) as never);

/** The defaults, each other choice of an option or flag, and random values. */
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
  ].map((values) => Object.fromEntries(Object.entries(values).filter(([name]) => name in defaults)));
  return [defaults, ...choices, ...draws, ...(asLibrariesHaveIt as Values[])];
}

/** Every loss of the registry under many parameters, printed for a library. */
export function casesOf(language: Language): CodeCase[] {
  return Object.entries(losses).flatMap(([id, loss]) =>
    settingsOf(loss).flatMap((parameters, k) => {
      const drawn = drawer(100 + k).inputs(loss);
      const inputs = Object.fromEntries(
        Object.entries(drawn).map(([name, value]) => [name, rounded(value)]),
      ) as Inputs;
      const text = printLoss(loss, language, { parameters, inputs });
      if (text === undefined) return [];
      const { loss: value, items, gradient } = loss.evaluate(inputs as never, parameters as never);
      if (parameters.reducer === 'mean-active' && items.some(isBarelyActive)) return [];
      return [{ id: `${id}, ${JSON.stringify(parameters)}`, language, text, loss: value, gradient }];
    }),
  );
}
