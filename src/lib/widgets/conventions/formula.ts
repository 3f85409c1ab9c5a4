import type { LabelConvention } from '../../losses';
import { formatFixed } from '../../state/format';
import type { Role } from '../../state/parameters';
import type { ConventionsModel } from './model';

interface Term {
  value: string;
  symbol: string;
  role?: Role;
}
type Part = string | Term;

/** The factors of the similar and of the dissimilar term, around a label. */
const factors: Record<LabelConvention, (y: Term) => { similar: Part[]; dissimilar: Part[] }> = {
  '0-similar': (y) => ({ similar: ['(1 − ', y, ')'], dissimilar: [y] }),
  '1-similar': (y) => ({ similar: [y], dissimilar: ['(1 − ', y, ')'] }),
  'plus-minus-one': (y) => ({ similar: ['½(1 + ', y, ')'], dissimilar: ['½(1 − ', y, ')'] }),
};

function loss(convention: LabelConvention, y: Term, D: Term, m: Term): Part[] {
  const { similar, dissimilar } = factors[convention](y);
  return ['L = ', ...similar, ' · ½ ', D, '² + ', ...dissimilar, ' · ½ max(0, ', m, ' − ', D, ')²'];
}

/** The loss of a convention in symbols. */
export function inSymbols(convention: LabelConvention): Part[] {
  return loss(
    convention,
    { value: 'y', symbol: 'label y' },
    { value: 'D', symbol: 'distance D', role: 'distance' },
    { value: 'm', symbol: 'margin m', role: 'margin' },
  );
}

/** The same with the numbers of this pair, its label as the data write it. */
export function inNumbers({ convention, label, D, m, loss: value }: ConventionsModel): Part[] {
  return [
    ...loss(
      convention,
      { value: label < 0 ? `(−${-label})` : String(label), symbol: 'label y' },
      { value: formatFixed(D, 2), symbol: 'distance D', role: 'distance' },
      { value: formatFixed(m, 2), symbol: 'margin m', role: 'margin' },
    ),
    ' = ',
    { value: formatFixed(value, 3), symbol: 'loss L' },
  ];
}
