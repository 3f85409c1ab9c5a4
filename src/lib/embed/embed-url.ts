import { PINNED, VERSION } from './version';

/** A widget as a teacher wants it shown. What is left out is as in the widget itself. */
export interface Embed {
  widget: string;
  /** The state, as a query of the widget's own fields. */
  query: string;
  hidden?: readonly string[];
  /** Hidden parameters that the student may change in the figure all the same. */
  free?: readonly string[];
  locked?: readonly string[];
  theme?: 'light' | 'dark' | undefined;
  /** Whether the widget fits its frame. */
  fit?: boolean;
  title?: string | undefined;
  /** The text of a task, which says by itself where the widget starts. */
  task?: string | undefined;
}

/** A value as an address carries it, with the signs left readable that need no escape there. */
const escaped = (value: string) =>
  encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3B', ';').replaceAll('%20', '+');

/** What an address asks for beside the state: `hide=x1,toolbar&free=x1&lock=y&theme=dark&title=…&task=…`. */
export function optionsQuery({
  hidden = [],
  free = [],
  locked = [],
  theme,
  fit = false,
  title,
  task,
}: Embed): string {
  const fields: [string, string][] = [
    ['hide', hidden.join(',')],
    ['free', free.join(',')],
    ['lock', locked.join(',')],
    ['theme', theme ?? ''],
    ['fit', fit ? '1' : ''],
    ['title', title ?? ''],
    ['task', task ?? ''],
  ];
  return fields
    .filter(([, value]) => value !== '')
    .map(([field, value]) => `${field}=${escaped(value)}`)
    .join('&');
}

/** The query of an embed, such as `m=2&hide=toolbar`: what `readEmbedOptions` and the widget read back. */
export function embedQuery(embed: Embed): string {
  return [embed.query, optionsQuery(embed)].filter(Boolean).join('&');
}

/** The folder of a widget with the query of an embed, and with the version of its language. */
const placeOf = (embed: Embed) =>
  `${embed.widget}/?${[embedQuery(embed), `v=${VERSION}`].filter(Boolean).join('&')}`;

/**
 * The address of an embed, with the version of its language, so that it still means the same in years.
 * @param site address of the site, with a slash at the end
 */
export const embedAddress = (site: string, embed: Embed): string => `${site}embed/${placeOf(embed)}`;

/** The same in the folder of this version: the address for pages that nobody will change when a later one comes. */
export const pinnedAddress = (site: string, embed: Embed): string => `${site}${PINNED}${placeOf(embed)}`;
