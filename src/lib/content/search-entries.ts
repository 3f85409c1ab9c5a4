import { losses } from '../losses';
import { definitions } from '../widgets/registry';
import { allPages } from './pages';

/** One thing that the search can find. */
export interface SearchEntry {
  kind: 'section' | 'term' | 'figure' | 'loss';
  title: string;
  /** The title of the page that it is on. */
  page: string;
  text: string;
  /** Where it is, from the root of the site: `triplet-loss/#mining`. */
  address: string;
}

const GLOSSARY = 'glossary';

const addressOf = (slug: string, id: string) => `${slug === 'home' ? '' : `${slug}/`}${id && `#${id}`}`;

function sections(): SearchEntry[] {
  return allPages.flatMap(({ slug, title: page, description, sections }) =>
    sections.map(({ id, title, text }): SearchEntry => ({
      kind: slug === GLOSSARY && id !== '' && text !== '' ? 'term' : 'section',
      title: title || page,
      page,
      text: id === '' ? `${description} ${text}` : text,
      address: addressOf(slug, id),
    })),
  );
}

/** Each widget once, on the first page that shows it. */
function figures(): SearchEntry[] {
  return Object.values(definitions).flatMap(({ id, name, title, about }) => {
    for (const page of allPages) {
      const figure = page.figures.find(({ widget }) => widget === id);
      if (!figure) continue;
      const address = addressOf(page.slug, figure.name);
      const text = `${title}. ${about}`;
      return [{ kind: 'figure', title: name, page: page.title, text, address } satisfies SearchEntry];
    }
    return [];
  });
}

const lossEntries = (): SearchEntry[] =>
  Object.values(losses).map(({ id, name, about, parameters }) => ({
    kind: 'loss',
    title: name,
    page: 'The library',
    text: `${about} Parameters: ${Object.keys(parameters).join(', ')}.`,
    address: `library/#loss-${id}`,
  }));

/** Everything that the search of the site can find. */
export const searchEntries = (): SearchEntry[] => [...sections(), ...figures(), ...lossEntries()];
