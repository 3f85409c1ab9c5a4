import { isRecord } from '../state/is-record';

/** Who learns, as the platform names them: an agent of xAPI. */
export type Actor = Readonly<Record<string, unknown>>;

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

/** An account by its present names; xAPI 0.95 had others. */
function readAccount(value: unknown): unknown {
  if (!isRecord(value) || !('accountServiceHomePage' in value)) return value;
  return { homePage: value.accountServiceHomePage, name: value.accountName };
}

/**
 * Reads an agent as JSON. It is passed on as it came, but for those that Tin Can launches still write as in xAPI 0.95, with
 * a list for each property: a store of today takes none of them.
 * @returns nothing where it is no agent
 */
export function readActor(text: string | null): Actor | undefined {
  try {
    const actor: unknown = JSON.parse(text ?? '');
    if (!isRecord(actor)) return undefined;
    const properties = Object.entries(actor).map(([name, value]) => [name, first(value)]);
    const single = Object.fromEntries(properties) as Record<string, unknown>;
    return 'account' in single ? { ...single, account: readAccount(single.account) } : single;
  } catch {
    return undefined;
  }
}
