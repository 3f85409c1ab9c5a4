import { expect, test } from 'vitest';
import { escapeHtml, escapeTags } from '../../src/lib/state/escape-html';

test('a plain text is the same text in HTML, between tags and in an attribute', () => {
  expect(escapeHtml('a < b & "c" &lt;')).toBe('a &lt; b &amp; &quot;c&quot; &amp;lt;');
});

test('entities that an author wrote stay entities', () => {
  expect(escapeTags('1 &lt; 2 <b class="x">')).toBe('1 &lt; 2 &lt;b class=&quot;x&quot;>');
});
