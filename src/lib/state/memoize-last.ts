/**
 * The same function, which remembers its last answer: asked again with the same arguments, it gives the same object. What
 * is drawn from it then need not be redrawn.
 * @param keyOf what of the arguments the answer depends on, compared by identity; each of them unless given
 */
export function memoizeLast<A extends readonly unknown[], T>(
  work: (...args: A) => T,
  keyOf: (...args: A) => readonly unknown[] = (...args) => args,
): (...args: A) => T {
  let last: { key: readonly unknown[]; answer: T } | undefined;
  return (...args) => {
    const key = keyOf(...args);
    if (!last?.key.every((part, i) => Object.is(part, key[i]))) last = { key, answer: work(...args) };
    return last.answer;
  };
}
