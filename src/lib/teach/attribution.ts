import { escapeHtml } from '../state/escape-html';

/** The whole work, as whoever uses it names it. */
export const WORK = {
  title: 'Contrastive Loss by Hand',
  authors: 'The authors of Contrastive Loss by Hand',
  version: '0.1.0',
  year: 2026,
  licence: { name: 'CC BY 4.0', address: 'https://creativecommons.org/licenses/by/4.0/' },
} as const;

/** The line that the licence asks for, as text and as HTML: what it is, from where, and under which licence. */
export function attributionOf(part: string, address: string): { text: string; html: string } {
  const { title, version, year, licence } = WORK;
  return {
    text: `“${part}”, from ${title}, version ${version} (${year}), ${address}. Licence: ${licence.name}, ${licence.address}`,
    html: `<p>“<a href="${escapeHtml(address)}">${escapeHtml(part)}</a>”, from <cite>${title}</cite>, version ${version} (${year}). Licence: <a href="${licence.address}" rel="license">${licence.name}</a>.</p>`,
  };
}
