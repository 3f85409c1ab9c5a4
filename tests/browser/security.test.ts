import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildFolder, requireBuild } from './support/site';

requireBuild();
const files = readdirSync(buildFolder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.html'),
);

/** The policy of a page. An embed's is put in force by its first script, which adds the site's address for sandboxes. */
const policyOf = (html: string) =>
  /<head>[^<]*(?:<meta (?:charset|name)[^>]*>\s*)*(?:<meta http-equiv="content-security-policy"|<script src="..\/..\/policy.js") (?:data-)?content="([^"]*)"/.exec(
    html,
  )?.[1] ?? '';

describe.each(files)('the file %s', (name) => {
  const html = readFileSync(join(buildFolder, name), 'utf8');

  test('has a policy that lets in scripts of the site alone, without exception', () => {
    const policy = policyOf(html);
    const [scripts] = policy.split(/;\s*/).filter((part) => part.startsWith('script-src'));
    expect(scripts).toBe("script-src 'self'");
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("object-src 'none'");
  });

  test('has no script of its own, but data that no browser runs', () => {
    const tags = [...html.matchAll(/<script\b(?! type="application\/ld\+json")([^>]*)>([^<]*)/g)];
    expect(tags.length).toBeGreaterThan(0);
    for (const [, attributes, text] of tags) {
      expect(attributes).toMatch(/\bsrc="/);
      expect(text).toBe('');
    }
    expect(html).not.toMatch(/<[a-z][^<>]*\son[a-z]+=/i);
    expect(html).not.toMatch(/href="javascript:/i);
  });
});
