/** An ampersand as a system for writing pages leaves it where it has escaped an address once too often. */
const ESCAPED = /&(?:amp;|#0*38;|#x0*26;)+/gi;

/** What the first of these cuts off: a browser takes it for a fragment. */
const CUT_OFF = /^#(?:0*38|x0*26);/i;

/** The query of an address with its ampersands as they were meant: `m=2&#038;y=0` and `m=2&amp;y=0` are `m=2&y=0`. */
export function repairQuery(search: string, hash = ''): string {
  const whole = CUT_OFF.test(hash) ? `${search}${hash}` : search;
  return whole.replace(ESCAPED, '&');
}
