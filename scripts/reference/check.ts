import type { Adapter } from './adapter';
import { classAdapters } from './adapters/classes';
import { pairBatchAdapters } from './adapters/pair-batches';
import { pairAdapters } from './adapters/pairs';
import { primitiveAdapters } from './adapters/primitives';
import { softmaxAdapters } from './adapters/softmaxes';
import { tripletAdapters } from './adapters/triplets';
import { compare, type Comparison } from './compare';
import { parseReference, type ReferenceCase, type ReferenceFile } from './format';

/** How the library computes each loss that a reference file may name. */
export const adapters: Record<string, Adapter> = {
  ...pairAdapters,
  ...pairBatchAdapters,
  ...primitiveAdapters,
  ...classAdapters,
  ...tripletAdapters,
  ...softmaxAdapters,
};

export interface CaseReport extends Comparison {
  id: string;
  /** Why the case could not be computed. */
  problem?: string;
}

export interface FileReport {
  loss: string;
  cases: CaseReport[];
}

function checkCase(adapter: Adapter, reference: ReferenceCase, tolerance: ReferenceFile['tol']): CaseReport {
  try {
    return { id: reference.id, ...compare(reference, adapter(reference), tolerance) };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { id: reference.id, agrees: false, worst: Infinity, relative: Infinity, where: 'call', problem };
  }
}

/**
 * Computes every case of a reference file with the library.
 * @throws Error for a file that is malformed, or that names a loss which the library does not have
 */
export function checkFile(text: string): FileReport {
  const { loss, tol, cases } = parseReference(text);
  const adapter = adapters[loss];
  if (adapter === undefined) {
    throw new Error(`loss “${loss}” is unknown; known are ${Object.keys(adapters).sort().join(', ')}`);
  }
  return { loss, cases: cases.map((reference) => checkCase(adapter, reference, tol)) };
}
