/** What a tool keeps of HTML that is pasted into it. */
export interface Keeps {
  elements: ReadonlySet<string>;
  attributes: ReadonlySet<string>;
}

const keeps = (elements: readonly string[], attributes: readonly string[]): Keeps => ({
  elements: new Set(elements),
  attributes: new Set(attributes),
});

/**
 * The least that editors which clean up what is pasted leave of a frame: what Canvas allows (canvas_sanitize, iframe), less
 * styles, whose functions it drops. `loading` may go without harm.
 */
const FRAME_ALONE = keeps(
  ['iframe'],
  ['src', 'title', 'width', 'height', 'frameborder', 'allowfullscreen', 'loading'],
);

/** A frame with its styles in a box, without scripts. */
const STYLED_FRAME = keeps(
  ['div', 'iframe'],
  ['src', 'title', 'width', 'height', 'loading', 'style', 'allow'],
);

/** A page of one's own keeps everything that we write. */
const OWN_PAGE = keeps(
  ['div', 'iframe', 'script', 'section', 'contrastive-widget'],
  [
    'src',
    'title',
    'width',
    'height',
    'loading',
    'style',
    'allow',
    'async',
    'type',
    'name',
    'query',
    'data-src',
    'data-preload',
  ],
);

/** By the id of a snippet; those that are no HTML are not here. */
export const KEEPS: Readonly<Record<string, Keeps>> = {
  canvas: FRAME_ALONE,
  brightspace: FRAME_ALONE,
  blackboard: FRAME_ALONE,
  obsidian: FRAME_ALONE,
  fixed: FRAME_ALONE,
  moodle: STYLED_FRAME,
  openedx: STYLED_FRAME,
  wordpress: STYLED_FRAME,
  mkdocs: STYLED_FRAME,
  quarto: STYLED_FRAME,
  observable: STYLED_FRAME,
  html: OWN_PAGE,
  element: OWN_PAGE,
  reveal: OWN_PAGE,
};
