import type { Definition } from '../state/define';
import { embedQuery, type Embed } from '../embed/embed-url';
import { nameOf, titleOf } from '../scorm/package-name';
import { FOLDER, LIBRARY } from './library';

/** What a package carries of the site, as addresses below it. */
export const H5P_FILES = ['embed/element.js', 'embed/h5p.js'] as const;

/** The name of a package's file. */
export const h5pName = (embed: Embed) => `${nameOf(embed)}.h5p`;

/** Letters that a field of H5P's editor takes. */
const LONGEST = 20_000;

/** What H5P's editor asks for, field by field (H5P, “Semantics definition”). */
const semantics = (widgets: readonly string[]) => [
  {
    name: 'widget',
    type: 'select',
    label: 'Figure',
    options: widgets.map((widget) => ({ value: widget, label: widget })),
  },
  {
    name: 'query',
    type: 'text',
    label: 'State and options',
    description: 'What stands in the address of the figure after the question mark, such as m=2&lock=y.',
    maxLength: LONGEST,
    optional: true,
  },
  {
    name: 'task',
    type: 'text',
    widget: 'textarea',
    label: 'Question',
    description: 'The question that the figure grades, as the page for teachers writes it.',
    maxLength: LONGEST,
    optional: true,
  },
];

const library = () => ({
  title: 'Contrastive Loss by Hand: a figure',
  description: 'An interactive figure on metric learning, with a question that it grades.',
  ...LIBRARY,
  patchVersion: 0,
  runnable: 1,
  fullscreen: 1,
  embedTypes: ['iframe'],
  license: 'MIT',
  author: 'The authors of Contrastive Loss by Hand',
  coreApi: { majorVersion: 1, minorVersion: 19 },
  preloadedJs: [{ path: 'embed/h5p.js' }],
});

const json = (value: unknown) => JSON.stringify(value, null, 2);

/**
 * The files of an H5P package that shows a widget and needs nothing from elsewhere: the content type, and a content of it.
 * @param widgets the names of those that the content type knows, for H5P's editor
 * @param carried the content of each of `H5P_FILES`, by its address
 */
export function h5pPackage(
  definition: Definition,
  embed: Embed,
  widgets: readonly string[],
  carried: Readonly<Record<string, Uint8Array>>,
): Record<string, string | Uint8Array> {
  const { task = '', ...shown } = embed;
  const about = {
    title: titleOf(embed, definition),
    language: 'en',
    defaultLanguage: 'en',
    mainLibrary: LIBRARY.machineName,
    embedTypes: ['iframe'],
    license: 'CC BY',
    licenseVersion: '4.0',
    authors: [{ name: 'The authors of Contrastive Loss by Hand', role: 'Author' }],
    preloadedDependencies: [LIBRARY],
  };
  const files = Object.entries(carried).map(([file, bytes]) => [`${FOLDER}/${file}`, bytes] as const);
  return {
    'h5p.json': json(about),
    'content/content.json': json({ widget: embed.widget, query: embedQuery(shown), task }),
    [`${FOLDER}/library.json`]: json(library()),
    [`${FOLDER}/semantics.json`]: json(semantics(widgets)),
    ...Object.fromEntries(files),
  };
}
