import type { Definition } from '../state/define';
import type { Notice } from '../state/query';
import { nearest, quoted } from '../state/text';
import { FRAME_PARTS } from '../state/frame-parts';

/** The version of the address and of the messages. It grows when an old link would no longer mean the same. */
export const VERSION = 1;

/** What an address asks of an embedded widget. */
export interface EmbedOptions {
  /** The state, as a query of the widget's own fields. */
  query: string;
  hidden: string[];
  locked: string[];
  theme: 'light' | 'dark' | undefined;
  title: string | undefined;
  /** The text of a question for the reader, which says by itself where the widget starts. */
  task: string | undefined;
  /** What of the address could not be read. */
  notices: Notice[];
}

const names = (value: string) => value.split(',').map((name) => name.trim());

/**
 * Reads `?m=1.2&hide=m,toolbar&lock=y&theme=dark&title=…&task=…&v=1`. What cannot be read is left out and reported; the fields
 * of the state are read by the widget itself.
 */
export function readEmbedOptions(definition: Definition, search: string): EmbedOptions {
  const parameters = Object.keys(definition.parameters);
  const state = new URLSearchParams();
  const options: EmbedOptions = {
    query: '',
    hidden: [],
    locked: [],
    theme: undefined,
    title: undefined,
    task: undefined,
    notices: [],
  };
  const complain = (field: string, value: string, message: string) =>
    options.notices.push({ field, value, message });

  const among = (field: string, value: string, known: readonly string[]) =>
    names(value).filter((name) => {
      const isKnown = known.includes(name);
      if (!isKnown)
        complain(field, name, `${field}: no part ${quoted(name)}; the nearest is “${nearest(name, known)}”`);
      return isKnown;
    });

  const read: Record<string, (value: string) => void> = {
    hide: (value) => options.hidden.push(...among('hide', value, [...parameters, ...FRAME_PARTS])),
    lock: (value) => options.locked.push(...among('lock', value, parameters)),
    theme: (value) => {
      if (value === 'light' || value === 'dark') options.theme = value;
      else complain('theme', value, `theme: light or dark is expected, not ${quoted(value)}`);
    },
    title: (value) => (options.title = value.slice(0, 200)),
    task: (value) => (options.task = value),
    v: (value) => {
      const version = Number(value);
      const isKnown = Number.isInteger(version) && version >= 1 && version <= VERSION;
      if (!isKnown)
        complain('v', value, `v: a whole number from 1 to ${VERSION} is expected, not ${quoted(value)}`);
    },
  };
  for (const [field, value] of new URLSearchParams(search)) {
    const option = Object.hasOwn(read, field) && !parameters.includes(field) ? read[field] : undefined;
    if (option) option(value);
    else state.append(field, value);
  }
  options.query = state.toString();
  return options;
}
