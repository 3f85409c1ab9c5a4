import { describe, expect, it } from 'vitest';
import { heightsOf } from '../../src/lib/teach/heights';
import { oembedAddress, oembedOf } from '../../src/lib/teach/oembed';
import { definitions } from '../../src/lib/widgets/registry';

const SITE = 'https://example.org/textbook/';

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
    expect(answer.html).toContain(`src="${SITE}embed/${definition.id}/`);
    expect(answer.html).not.toContain('<script');
  });

  it('is found below the address of the site', () => {
    expect(oembedAddress(SITE, definition.id)).toBe(`${SITE}oembed/${definition.id}.json`);
  });
});
