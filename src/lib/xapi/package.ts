import type { Embed } from '../embed/embed-url';
import { nameOf, questionOf, titleOf, type Asked } from '../scorm/package-name';
import { carriedFiles, startPage, type Attributes } from '../scorm/start-page';
import type { Definition } from '../state/define';
import { escapeHtml } from '../state/escape-html';
import { questionDefinition } from './question-definition';

/** How a package is opened and described: by cmi5, or as Tin Can packages are. */
export type Standard = 'cmi5' | 'tincan';

const SCRIPT = 'embed/xapi.js';

/** What a package carries of the site, as addresses below it. */
export const packageFiles = (definition: Definition): string[] => carriedFiles(definition, SCRIPT);

/** The name of a package's file, such as `pair-make-it-cost-nothing-1k3f-cmi5.zip`. */
export const packageName = (embed: Embed, standard: Standard) => `${nameOf(embed)}-${standard}.zip`;

/** What a description of a package says. */
interface Described {
  /** A name that no other package has, an IRI. */
  id: string;
  title: string;
  about: string;
  /** What is asked; nothing where the figure is to be looked at alone. */
  asked: Asked | undefined;
}

const langstring = (tag: string, text: string) =>
  `<${tag}><langstring lang="en">${escapeHtml(text)}</langstring></${tag}>`;

/**
 * A course of one unit (cmi5 1.0, section 13). Who passes has all points, unless a look at the hint costs some: a platform
 * would not take fewer points than the mastery score for a pass.
 */
function courseStructure({ id, title, about, asked }: Described): string {
  const aim = asked ? 'moveOn="CompletedAndPassed"' : 'moveOn="Completed"';
  const mastery = asked && !asked.costsPoints ? ' masteryScore="1.0"' : '';
  return `<?xml version="1.0" encoding="utf-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="${escapeHtml(id)}-course">
    ${langstring('title', title)}
    ${langstring('description', about)}
  </course>
  <au id="${escapeHtml(id)}" ${aim}${mastery} launchMethod="AnyWindow">
    ${langstring('title', title)}
    ${langstring('description', about)}
    <url>index.html</url>
  </au>
</courseStructure>
`;
}

/** One activity (Rustici 2013, “Tin Can API packaging”). */
function activities({ id, title, about }: Described): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<tincan xmlns="http://projecttincan.com/tincan.xsd">
  <activities>
    <activity id="${escapeHtml(id)}" type="http://adlnet.gov/expapi/activities/lesson">
      <name lang="en">${escapeHtml(title)}</name>
      <description lang="en">${escapeHtml(about)}</description>
      <launch lang="en">index.html</launch>
    </activity>
  </activities>
</tincan>
`;
}

const DESCRIPTIONS = {
  cmi5: { file: 'cmi5.xml', write: courseStructure },
  tincan: { file: 'tincan.xml', write: activities },
} as const;

/**
 * The files of a package that shows a widget, needs nothing from elsewhere, and speaks to a learning record store.
 * @param carried the content of each of `packageFiles`, by its address
 * @param site the address of the site, with a slash at the end: the package is named after it
 */
export function xapiPackage(
  definition: Definition,
  embed: Embed,
  carried: Readonly<Record<string, Uint8Array>>,
  { standard, site }: { standard: Standard; site: string },
): Record<string, string | Uint8Array> {
  const title = titleOf(embed, definition);
  const asked = questionOf(embed);
  const { file, write } = DESCRIPTIONS[standard];
  const id = `${site}embed/${embed.widget}/#${nameOf(embed)}`;
  const about = asked?.words ?? definition.title;
  const told: Attributes = asked ? { 'data-definition': JSON.stringify(questionDefinition(asked)) } : {};
  return {
    [file]: write({ id, title, about, asked }),
    'index.html': startPage(embed, { title, script: SCRIPT, told }),
    ...carried,
  };
}
