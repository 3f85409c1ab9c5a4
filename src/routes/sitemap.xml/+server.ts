import { allPages } from '../../lib/content/pages';
import { lessons } from '../../lib/content/lessons';
import { definitions } from '../../lib/widgets/registry';
import { siteUrl } from '../site-url';

export const prerender = true;

/** Every page that a reader may look for, from the root of the site. */
function addresses(): string[] {
  return [
    ...allPages.map(({ slug }) => (slug === 'home' ? '' : `${slug}/`)),
    'library/',
    ...lessons.map(({ slug }) => (slug === 'teach' ? 'teach/' : `teach/${slug}/`)),
    ...lessons.filter(({ slug }) => slug !== 'teach').map(({ slug }) => `teach/${slug}/slides/`),
    'teach/worksheet/',
    'teach/interface/',
    'widgets/',
    ...Object.keys(definitions).map((id) => `widgets/${id}/`),
  ];
}

export const GET = () => {
  const entries = addresses().map((address) => `  <url><loc>${siteUrl}${address}</loc></url>`);
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('\n')}
</urlset>
`;
  return new Response(text, { headers: { 'content-type': 'application/xml' } });
};
