import * as v from 'valibot';

const finite = v.pipe(v.number(), v.finite());
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const rows = v.array(v.array(finite));

const configuration = v.object({
  classes: v.pipe(v.array(v.pipe(whole, v.maxValue(9))), v.minLength(2)),
  side: v.picklist([14, 28]),
  hidden: whole,
  dim: whole,
  loss: v.picklist(['contrastive', 'triplet_batch_hard', 'triplet_semihard', 'triplet_batch_all', 'arcface']),
  margin: v.optional(finite),
  m: v.optional(finite),
  s: v.optional(finite),
  batch: v.optional(whole),
  P: v.optional(whole),
  K: v.optional(whole),
  lr: finite,
  opt: v.optional(v.picklist(['adam', 'sgd'])),
  impl: v.optional(v.picklist(['pml_unguarded', 'insightface'])),
  seed: whole,
});

const trace = v.object({
  name: v.string(),
  cfg: configuration,
  steps: v.pipe(whole, v.minValue(1)),
  init: v.object({ W1_first4: v.array(finite), W2: rows }),
  losses: v.array(finite),
  final: v.object({
    W1_sum: finite,
    W1_sumsq: finite,
    b1_sum: finite,
    W2: rows,
    b2: v.array(finite),
    embed_first3_heldout_of_first_class: rows,
  }),
  next_u: finite,
});

const traceFile = v.object({
  format: v.literal('mathref-trace/1'),
  tol: v.object({ rel: finite, abs: finite }),
  traces: v.pipe(v.array(trace), v.minLength(1)),
});

export type Trace = v.InferOutput<typeof trace>;
export type TraceFile = v.InferOutput<typeof traceFile>;

/**
 * Reads a file of runs to replay.
 * @throws Error saying what is malformed and where
 */
export function parseTraces(text: string): TraceFile {
  const result = v.safeParse(traceFile, JSON.parse(text));
  if (!result.success) {
    const [issue] = result.issues;
    throw new Error(`${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  }
  for (const { name, steps, losses } of result.output.traces) {
    if (losses.length !== steps) throw new Error(`${name}: ${losses.length} losses for ${steps} steps`);
  }
  return result.output;
}
