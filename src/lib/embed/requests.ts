import * as v from 'valibot';
import { CHANNEL, isOurs } from './message-channel';
import { VERSION } from './version';

const base = { channel: v.literal(CHANNEL), version: v.literal(VERSION), id: v.optional(v.string()) };

/** What a host page may ask. A state is a query such as `m=1.2&y=1`. */
const Request = v.variant('type', [
  v.object({ ...base, type: v.literal('getState') }),
  v.object({ ...base, type: v.literal('setState'), state: v.pipe(v.string(), v.maxLength(20_000)) }),
  v.object({ ...base, type: v.literal('observe') }),
  v.object({ ...base, type: v.literal('unobserve') }),
  v.object({ ...base, type: v.literal('reset') }),
  v.object({ ...base, type: v.literal('getTask') }),
  v.object({ ...base, type: v.literal('getHeight') }),
  v.object({
    ...base,
    type: v.literal('picture'),
    format: v.optional(v.picklist(['svg', 'png']), 'svg'),
    ground: v.optional(v.picklist(['shown', 'light', 'dark', 'transparent']), 'shown'),
    scale: v.optional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(4)), 2),
  }),
]);

export type Request = v.InferOutput<typeof Request>;

/**
 * Reads a message of a host page: the request, a reason to refuse it, or nothing for what is not ours at all.
 */
export function readRequest(data: unknown): { request: Request } | { problem: string } | undefined {
  if (!isOurs(data)) return undefined;
  const result = v.safeParse(Request, data);
  if (result.success) return { request: result.output };
  const [issue] = result.issues;
  return { problem: `${v.getDotPath(issue) ?? 'message'}: ${issue.message}` };
}
