import type { Embed } from '../../embed/embed-url';
import type { Heights } from '../../embed/iframe-heights';
import type { Definition } from '../../state/define';

/** The kinds of tools, in the order of the list. */
export const GROUPS = [
  'Learning platforms',
  'Pages and sites',
  'Notes and notebooks',
  'Books and documentation',
  'Slides',
  'Programs',
] as const;

/** What to paste into one tool, and where. */
export interface Snippet {
  id: string;
  /** The tool. */
  name: string;
  group: (typeof GROUPS)[number];
  /** Where to paste it, and what to know. */
  how: string;
  /** Where it was tried, in a sentence. */
  tried: string;
  language: 'html' | 'markdown' | 'python' | 'javascript' | 'text';
  /** What to paste; nothing where the widget cannot work there, and `how` says why. */
  code: string;
}

export interface Choice {
  definition: Definition;
  embed: Embed;
  heights: Heights;
  /** Address of the site, with a slash at the end. */
  site: string;
}
