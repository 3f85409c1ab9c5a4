import type { Definition } from '../state/define';
import type { Heights } from '../embed/iframe-heights';
import { bareFrameOf } from './hosts/frames';

export const oembedAddress = (site: string, widget: string) => `${site}oembed/${widget}.json`;

/** The picture that stands for a widget, or for the site, where a page is linked to: 1200 by 630 pixels. */
export const cardAddress = (site: string, widget = 'site') => `${site}cards/${widget}.png`;

/**
 * What a page that embeds by oEmbed is told of a widget (oembed.com, version 1.0, type rich). The answer is a file, so
 * that it cannot follow `maxwidth` and `maxheight`: the frame takes the width of its place, and its own height.
 */
export function oembedOf(definition: Definition, heights: Heights, site: string) {
  const { id, title } = definition;
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Contrastive Loss by Hand',
    provider_url: site,
    width: 800,
    height: heights.wide,
    thumbnail_url: cardAddress(site, id),
    thumbnail_width: 1200,
    thumbnail_height: 630,
    // Who embeds by oEmbed may leave out the style, and with it that the frame has no border.
    html: bareFrameOf({ definition, heights, site, embed: { widget: id, query: '' } }).replace(
      '<iframe ',
      '<iframe frameborder="0" ',
    ),
  };
}
