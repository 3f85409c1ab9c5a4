import type { Entry } from './bibtex';

/** A reference as a page prints it. */
export interface Reference {
  key: string;
  /** `Hadsell, Chopra, LeCun 2006` */
  short: string;
  authors: string;
  year: string;
  title: string;
  /** Where it appeared: journal or proceedings, volume, pages. */
  venue: string;
  url: string;
  bibtex: string;
}

/** `LeCun, Yann` and `Yann LeCun` both have the family name LeCun. */
function splitName(name: string): { family: string; given: string } {
  const [family = '', given] = name.split(/,\s*/);
  if (given !== undefined) return { family, given };
  const words = name.split(' ');
  return { family: words.at(-1) ?? name, given: words.slice(0, -1).join(' ') };
}

/** The authors that an entry names, and whether it says that there are others. */
function names({ fields }: Entry) {
  const written = (fields.author ?? fields.editor ?? '').split(/ and /);
  const others = written.at(-1) === 'others';
  return { named: written.slice(0, others ? -1 : undefined).map(splitName), others };
}

/** `Hadsell, Chopra, LeCun 2006`, and from four authors on `Khosla et al. 2020`. */
export function shortCitation(entry: Entry): string {
  const { named, others } = names(entry);
  const families = named.map(({ family }) => family);
  const who = others || families.length > 3 ? `${families[0]} et al.` : families.join(', ');
  return `${who} ${entry.fields.year ?? ''}`.trim();
}

function address({ fields }: Entry): string {
  if (fields.doi) return `https://doi.org/${fields.doi}`;
  if (fields.url) return fields.url;
  return fields.eprint ? `https://arxiv.org/abs/${fields.eprint}` : '';
}

function venue({ fields }: Entry): string {
  const series = fields.journal ?? fields.booktitle ?? fields.publisher ?? fields.howpublished ?? '';
  const issue = fields.volume ? `${fields.volume}${fields.number ? `(${fields.number})` : ''}` : '';
  const where = issue && fields.journal ? `${series} ${issue}` : series;
  const preprint = fields.eprint ? `arXiv:${fields.eprint}` : '';
  return [where, fields.pages ? `pp. ${fields.pages}` : '', preprint, fields.note ?? '']
    .filter(Boolean)
    .join(', ');
}

export function reference(entry: Entry): Reference {
  const { named, others } = names(entry);
  const authors = named.map(({ family, given }) => {
    const initials = given
      .split(/[\s.]+/)
      .filter(Boolean)
      .map(
        (part) =>
          `${part
            .split('-')
            .map((half) => half.charAt(0))
            .join('.-')}.`,
      );
    return [...initials, family].join(' ');
  });
  return {
    key: entry.key,
    short: shortCitation(entry),
    authors: authors.join(', ') + (others ? ' et al.' : ''),
    year: entry.fields.year ?? '',
    title: entry.fields.title ?? '',
    venue: venue(entry),
    url: address(entry),
    bibtex: entry.source,
  };
}
