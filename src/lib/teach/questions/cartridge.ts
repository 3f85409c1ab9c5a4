import { qti12Assessment } from './qti12';
import type { Question } from './question';
import { escaped } from './question-text';

const MANIFEST = 'http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1';
const METADATA = 'http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest';
const WEB_LINK = 'http://www.imsglobal.org/xsd/imsccv1p3/imswl_v1p3';

/** A link to a page of the site. */
export interface CartridgeLink {
  title: string;
  address: string;
}

/** A folder of a course: links, and questions that become one quiz. */
export interface CartridgeUnit {
  title: string;
  links: readonly CartridgeLink[];
  questions: readonly Question[];
}

/** Something in a cartridge, with what is in its file. */
interface Resource {
  id: string;
  type: 'imswl_xmlv1p3' | 'imsqti_xmlv1p2/imscc_xmlv1p3/assessment';
  title: string;
  file: string;
  content: string;
}

function linkOf({ title, address }: CartridgeLink, id: string): Resource {
  return {
    id,
    type: 'imswl_xmlv1p3',
    title,
    file: `links/${id}.xml`,
    content: `<?xml version="1.0" encoding="UTF-8"?>
<webLink xmlns="${WEB_LINK}">
  <title>${escaped(title)}</title>
  <url href="${escaped(address)}" target="_blank"/>
</webLink>
`,
  };
}

function quizOf({ title, questions }: CartridgeUnit, id: string): Resource[] {
  if (questions.length === 0) return [];
  const name = `Questions: ${title}`;
  return [
    {
      id,
      type: 'imsqti_xmlv1p2/imscc_xmlv1p3/assessment',
      title: name,
      file: `quizzes/${id}.xml`,
      content: qti12Assessment(id, name, questions),
    },
  ];
}

const item = ({ id, title }: Resource) => `          <item identifier="${id}-item" identifierref="${id}">
            <title>${escaped(title)}</title>
          </item>`;

const folder = (
  title: string,
  id: string,
  resources: readonly Resource[],
) => `        <item identifier="${id}">
          <title>${escaped(title)}</title>
${resources.map(item).join('\n')}
        </item>`;

const resource = ({ id, type, file }: Resource) => `    <resource identifier="${id}" type="${type}">
      <file href="${file}"/>
    </resource>`;

/**
 * The files of a Common Cartridge 1.3 (IMS 2013), which course platforms take in as a part of a course: its folders, each
 * with links to the site and with a quiz.
 */
export function commonCartridge(title: string, units: readonly CartridgeUnit[]): Record<string, string> {
  const folders = units.map((unit, at) => ({
    title: unit.title,
    id: `unit-${at + 1}`,
    resources: [
      ...unit.links.map((link, place) => linkOf(link, `link-${at + 1}-${place + 1}`)),
      ...quizOf(unit, `quiz-${at + 1}`),
    ],
  }));
  const resources = folders.flatMap((unit) => unit.resources);
  return {
    'imsmanifest.xml': `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="contrastive-loss-by-hand" xmlns="${MANIFEST}" xmlns:lomimscc="${METADATA}">
  <metadata>
    <schema>IMS Common Cartridge</schema>
    <schemaversion>1.3.0</schemaversion>
    <lomimscc:lom>
      <lomimscc:general>
        <lomimscc:title>
          <lomimscc:string language="en">${escaped(title)}</lomimscc:string>
        </lomimscc:title>
      </lomimscc:general>
    </lomimscc:lom>
  </metadata>
  <organizations>
    <organization identifier="course" structure="rooted-hierarchy">
      <item identifier="root">
${folders.map((unit) => folder(unit.title, unit.id, unit.resources)).join('\n')}
      </item>
    </organization>
  </organizations>
  <resources>
${resources.map(resource).join('\n')}
  </resources>
</manifest>
`,
    ...Object.fromEntries(resources.map(({ file, content }) => [file, content])),
  };
}

/** Questions as a cartridge, a folder for each category, with a link to each figure and a quiz. */
export function questionCartridge(title: string, questions: readonly Question[]): Record<string, string> {
  const categories = [...new Set(questions.map(({ category }) => category))];
  return commonCartridge(
    title,
    categories.map((category) => {
      const own = questions.filter((question) => question.category === category);
      return {
        title: category,
        links: own.map((question) => ({ title: question.title, address: question.figure })),
        questions: own,
      };
    }),
  );
}
