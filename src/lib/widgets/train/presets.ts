import type { Parameters, Values } from '../../state/parameters';
import { decode, encode } from '../../state/query';

/** Experiments to begin with, as queries over the defaults. */
export const PRESETS: readonly { id: string; label: string; query: string }[] = [
  { id: 'labels', label: 'the experiment of 2006, similar by label', query: '' },
  { id: 'rules', label: 'similar by label, and by neighbours as in 2006', query: 'second=neighbours' },
  { id: 'ten', label: 'ten digits in the plane', query: 'digits=all' },
  {
    id: 'circle',
    label: 'ten digits on the circle: softmax and ArcFace',
    query: 'digits=all&loss=softmax&second=arcface',
  },
  {
    id: 'collapse',
    label: 'a collapse: batch-hard triplets, and semi-hard beside',
    query: 'digits=all&loss=triplet&miner=batch-hard&second=semi-hard',
  },
];

/** The query of a preset with every value in it, so that it brings the defaults back too. How digits are shown stays. */
export function wholeQuery(parameters: Parameters, query: string): string {
  const { values } = decode(parameters, query);
  const fields = Object.entries(parameters)
    .filter(([name]) => name !== 'show')
    .map(([name, { format }]) => [name, (format as (value: unknown) => string)(values[name])]);
  return new URLSearchParams(fields).toString();
}

/** The preset that values are, however digits are shown. */
export function presetOf(parameters: Parameters, values: Values<Parameters>): string | undefined {
  const { show } = parameters;
  const own = encode(parameters, { ...values, ...(show && { show: show.default }) });
  return PRESETS.find(({ query }) => encode(parameters, decode(parameters, query).values) === own)?.id;
}
