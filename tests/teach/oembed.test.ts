import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { heightsOf } from '../../src/lib/embed/iframe-heights';
import { cardAddress, oembedAddress, oembedOf } from '../../src/lib/teach/oembed';
import { definitions } from '../../src/lib/widgets/registry';

const SITE = 'https://example.org/textbook/';

/** Width and height of a PNG, from its header. */
function sizeOf(card: string): number[] {
  const bytes = readFileSync(new URL(`../../static/cards/${card}.png`, import.meta.url));
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

it.each(['site', ...Object.keys(definitions)])('the card of %s is there: npm run cards', (card) => {
  expect(sizeOf(card)).toEqual([1200, 630]);
});

describe.each(Object.values(definitions))('what oEmbed says of $id', (definition) => {
  const heights = heightsOf(definition.id);
  const answer = oembedOf(definition, heights, SITE);

  it('has every field that the type rich requires', () => {
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: definition.title,
      provider_url: SITE,
    });
    expect(answer.width).toBeGreaterThan(0);
    expect(answer.height).toBe(heights.wide);
  });

  it('is a frame of the widget on this site, and nothing that runs by itself', () => {
    expect(answer.html).toMatch(/^<iframe\s/);
    expect(answer.html).toContain(`src="${SITE}v1/${definition.id}/`);
    expect(answer.html).not.toContain('<script');
  });

  it('has the card of the widget as its picture', () => {
    expect(answer.thumbnail_url).toBe(`${SITE}cards/${definition.id}.png`);
    expect(cardAddress(SITE)).toBe(`${SITE}cards/site.png`);
    expect([answer.thumbnail_width, answer.thumbnail_height]).toEqual(sizeOf(definition.id));
  });

  it('is found below the address of the site', () => {
    expect(oembedAddress(SITE, definition.id)).toBe(`${SITE}oembed/${definition.id}.json`);
  });
});
