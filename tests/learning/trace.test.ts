import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseTraces, type Trace } from '../../scripts/trace/format';
import { replay } from '../../scripts/trace/replay';

const text = readFileSync(new URL('../fixtures/training/train_trace.json', import.meta.url), 'utf8');
const { traces, tol } = parseTraces(text);
const first = traces[0] as Trace;

test.each(traces.map((trace) => [trace.name, trace] as const))(
  'the run %s of PyTorch is repeated step by step',
  (_, trace) => {
    expect(replay(trace, tol)).toMatchObject({ agrees: true, name: trace.name });
  },
);

test('a run with one loss changed in its seventh digit does not agree, and the step is named', () => {
  const losses = first.losses.with(41, (first.losses[41] as number) * (1 + 1e-7));
  expect(replay({ ...first, losses }, tol)).toMatchObject({ agrees: false, where: 'loss of step 42' });
});

test('a run with another seed does not agree', () => {
  const other = { ...first, cfg: { ...first.cfg, seed: first.cfg.seed + 1 } };
  expect(replay(other, tol).agrees).toBe(false);
});

test.each([
  ['another format', { format: 'mathref-golden/1' }, 'format'],
  ['no run', { traces: [] }, 'traces'],
  ['an unknown loss', { traces: [{ ...first, cfg: { ...first.cfg, loss: 'magic' } }] }, 'traces.0.cfg.loss'],
  ['too few losses', { traces: [{ ...first, losses: [1] }] }, `${first.name}: 1 losses for 60 steps`],
])('a file with %s is refused by name', (_, change, message) => {
  expect(() => parseTraces(JSON.stringify({ ...JSON.parse(text), ...change }))).toThrow(message);
});
