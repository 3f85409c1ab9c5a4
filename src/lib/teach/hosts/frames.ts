import { pinnedAddress } from '../../embed/embed-url';
import { heightStyle } from '../../embed/iframe-heights';
import { escapeHtml } from '../../state/escape-html';
import type { Choice } from './snippet';

/** What a frame is called. */
export const titleOf = ({ definition, embed }: Choice) => escapeHtml(embed.title ?? definition.title);

/**
 * The frame that carries a widget: the only thing that every tool with HTML needs. It is a block, since WordPress centres
 * blocks alone.
 */
export function bareFrameOf(choice: Choice): string {
  const { embed, heights, site } = choice;
  return `<iframe src="${escapeHtml(pinnedAddress(site, embed))}"
  title="${titleOf(choice)}" loading="lazy" width="100%" height="${heights.wide}"
  style="display:block;border:0;${heightStyle(heights)}" allow="fullscreen; clipboard-write"></iframe>`;
}

/** The frame in a box that measures the column, so that the height of the frame follows it. */
export const frameOf = (choice: Choice): string =>
  `<div style="container-type:inline-size">${bareFrameOf(choice)}</div>`;

/** Heights in pixels of a frame that its widget fits, without and with a question below it. */
const FIXED = { plain: 700, asking: 860 } as const;

/**
 * The frame for editors that take styles away or change them: it says all in attributes, and the widget fits the one
 * height that it has.
 */
export function fixedFrameOf(choice: Choice): string {
  const { embed } = choice;
  const height = embed.task === undefined ? FIXED.plain : FIXED.asking;
  return `<iframe src="${escapeHtml(fitAddress(choice))}" title="${titleOf(choice)}" width="100%" height="${height}" frameborder="0" loading="lazy" allowfullscreen></iframe>`;
}

/** The address of a widget that fits the place that it is given. */
export const fitAddress = ({ site, embed }: Choice) => pinnedAddress(site, { ...embed, fit: true });
