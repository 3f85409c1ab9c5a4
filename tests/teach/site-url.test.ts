import { describe, expect, it, test } from 'vitest';
import { readSiteUrl } from '../../src/routes/site-url';

describe('the address of the site', () => {
  it('is that of `npm start` where the build was told none', () => {
    expect(readSiteUrl(undefined)).toBe('http://localhost:4173/');
    expect(readSiteUrl('')).toBe('http://localhost:4173/');
  });

  it('ends in a slash, whether or not it was written with one', () => {
    expect(readSiteUrl('https://example.org/textbook')).toBe('https://example.org/textbook/');
    expect(readSiteUrl('https://example.org/textbook/')).toBe('https://example.org/textbook/');
    expect(readSiteUrl('https://example.org')).toBe('https://example.org/');
  });

  test.each([
    'example.org',
    '/textbook/',
    'ftp://example.org/',
    'https://example.org/?a=1',
    'https://example.org/#a',
  ])('cannot be “%s”, which stops the build with the value and an example', (text) => {
    expect(() => readSiteUrl(text)).toThrow(
      `SITE_URL is “${text}”; the address of the site is expected, such as https://example.org/textbook/`,
    );
  });
});
