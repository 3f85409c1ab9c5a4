import type { Definition } from '../state/define';
import type { Notice } from '../state/query';
import { repairQuery } from '../state/repair-query';
import { nearest, quoted } from '../state/text';
import { FRAME_PARTS } from '../state/frame-parts';
import { isTracking } from './tracking';
import { VERSION } from './version';

/** What an address asks of an embedded widget. */
export interface EmbedOptions {
  /** The state, as a query of the widget's own fields. */
  query: string;
  hidden: string[];
  /** Hidden parameters that the student may change in the figure all the same. */
  free: string[];
  locked: string[];
  theme: 'light' | 'dark' | undefined;
  /** Whether the widget fits its frame: picture, main control and numbers at once, and the rest behind “More”. */
  fit: boolean;
  title: string | undefined;
  /** The text of a question for the reader, which says by itself where the widget starts. */
  task: string | undefined;
  /** What of the address could not be read. */
  notices: Notice[];
}

const names = (value: string) => value.split(',').map((name) => name.trim());

/**
 * Reads `?m=1.2&hide=m,x1,toolbar&free=x1&lock=y&theme=dark&fit=1&title=…&task=…&v=1`. What cannot be read is left out and
 * reported, but for fields that only track who followed the address; the fields of the state are read by the widget itself.
 */
export function readEmbedOptions(definition: Definition, search: string): EmbedOptions {
  const parameters = Object.keys(definition.parameters);
  const state = new URLSearchParams();
  const options: EmbedOptions = {
    query: '',
    hidden: [],
    free: [],
    locked: [],
    theme: undefined,
    fit: false,
    title: undefined,
    task: undefined,
    notices: [],
  };
  const failAt = (field: string, value: string, message: string) =>
    options.notices.push({ field, value, message });

  const among = (field: string, value: string, known: readonly string[]) =>
    names(value).filter((name) => {
      const isKnown = known.includes(name);
      if (!isKnown)
        failAt(field, name, `${field}: no part ${quoted(name)}; the nearest is “${nearest(name, known)}”`);
      return isKnown;
    });

  const read: Record<string, (value: string) => void> = {
    hide: (value) => options.hidden.push(...among('hide', value, [...parameters, ...FRAME_PARTS])),
    free: (value) => options.free.push(...among('free', value, parameters)),
    lock: (value) => options.locked.push(...among('lock', value, parameters)),
    theme: (value) => {
      if (value === 'light' || value === 'dark') options.theme = value;
      else failAt('theme', value, `theme: light or dark is expected, not ${quoted(value)}`);
    },
    fit: (value) => {
      if (value === '1') options.fit = true;
      else if (value !== '0') failAt('fit', value, `fit: 0 or 1 is expected, not ${quoted(value)}`);
    },
    title: (value) => (options.title = value.slice(0, 200)),
    task: (value) => (options.task = value),
    v: (value) => {
      const version = Number(value);
      const isKnown = Number.isInteger(version) && version >= 1 && version <= VERSION;
      if (!isKnown)
        failAt('v', value, `v: a whole number from 1 to ${VERSION} is expected, not ${quoted(value)}`);
    },
  };
  for (const [field, value] of new URLSearchParams(repairQuery(search))) {
    if (isTracking(field) && !parameters.includes(field)) continue;
    const option = Object.hasOwn(read, field) && !parameters.includes(field) ? read[field] : undefined;
    if (option) option(value);
    else state.append(field, value);
  }
  options.query = state.toString();
  return options;
}
