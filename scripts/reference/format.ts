import * as v from 'valibot';

/** Numbers in any shape, as the files have them. */
export type Numbers = number | Numbers[];

const numbers: v.GenericSchema<Numbers> = v.union([
  v.pipe(v.number(), v.finite()),
  v.array(v.lazy(() => numbers)),
]);
const gradients = v.record(v.string(), numbers);
const list = v.array(v.array(v.number()));

const referenceCase = v.object({
  id: v.string(),
  tags: v.optional(v.array(v.string()), []),
  params: v.record(v.string(), v.nullable(v.union([v.number(), v.boolean(), v.string()]))),
  inputs: v.record(v.string(), numbers),
  expected: v.object({
    value: v.pipe(v.number(), v.finite()),
    per_item: v.optional(v.nullable(numbers)),
    grad: v.nullable(gradients),
    /** The gradient with 0 at an exact hinge boundary; either this or `grad` is right. */
    grad_relu0: v.optional(gradients),
    triplets: v.optional(list),
    pos_pairs: v.optional(list),
    neg_pairs: v.optional(list),
  }),
});

const referenceFile = v.object({
  format: v.literal('mathref-golden/1'),
  loss: v.string(),
  tol: v.object({ rel: v.number(), abs: v.number() }),
  cases: v.array(referenceCase),
});

export type ReferenceCase = v.InferOutput<typeof referenceCase>;
export type ReferenceFile = v.InferOutput<typeof referenceFile>;

/**
 * Reads a file of reference cases.
 * @throws Error saying what is malformed and where
 */
export function parseReference(text: string): ReferenceFile {
  const result = v.safeParse(referenceFile, JSON.parse(text));
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
}
