/**
 * The same function, which remembers its last answer: asked again with the same arguments, compared by identity, it gives
 * the same object. What is drawn from it then need not be drawn anew.
 */
export function rememberLast<A extends readonly unknown[], T>(work: (...args: A) => T): (...args: A) => T {
  let last: { args: A; answer: T } | undefined;
  return (...args) => {
    if (!last?.args.every((arg, i) => Object.is(arg, args[i]))) last = { args, answer: work(...args) };
    return last.answer;
  };
}
