import { siteUrl } from '../site-url';

export const prerender = true;

export const GET = () =>
  new Response(`User-agent: *\nAllow: /\nSitemap: ${siteUrl}sitemap.xml\n`, {
    headers: { 'content-type': 'text/plain' },
  });
