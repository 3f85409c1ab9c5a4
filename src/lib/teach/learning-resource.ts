import { WORK } from './attribution';

/** What a search of open teaching material reads of a page. What is left out is not known of it. */
export interface About {
  title: string;
  description: string;
  /** The address of the page. */
  address: string;
  /** The address of the site. */
  site: string;
  kind: 'chapter' | 'figure' | 'page';
  minutes?: number | undefined;
  difficulty?: string | undefined;
  prerequisites?: string | undefined;
  objectives?: string | undefined;
}

const KINDS = { chapter: 'interactive textbook chapter', figure: 'interactive simulation', page: 'web page' };

/** A page as a learning resource (schema.org/LearningResource), as JSON that can stand in HTML. */
export function learningResource(about: About): string {
  const { title, version, year, authors, licence } = WORK;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    name: about.title,
    description: about.description,
    url: about.address,
    inLanguage: 'en',
    learningResourceType: KINDS[about.kind],
    educationalLevel: about.difficulty,
    timeRequired: about.minutes === undefined ? undefined : `PT${about.minutes}M`,
    competencyRequired: about.prerequisites,
    teaches: about.objectives,
    isAccessibleForFree: true,
    license: licence.address,
    version,
    copyrightYear: year,
    author: { '@type': 'Organization', name: authors },
    isPartOf: { '@type': 'Book', name: title, url: about.site },
  };
  // What would end the script cannot stand in it.
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
