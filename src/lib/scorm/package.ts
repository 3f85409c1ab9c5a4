import type { Definition } from '../state/define';
import { escapeHtml } from '../state/escape-html';
import type { Embed } from '../embed/embed-url';
import { nameOf, titleOf } from './package-name';
import type { Edition } from './find-platform';
import { carriedFiles, startPage } from './start-page';

const SCRIPT = 'embed/scorm.js';

/** What a package carries of the site, as addresses below it. */
export const packageFiles = (definition: Definition): string[] => carriedFiles(definition, SCRIPT);

/** The name of a package's file, such as `pair-make-it-cost-nothing-1k3f-scorm12.zip`. */
export const packageName = (embed: Embed, edition: Edition = '1.2') =>
  `${nameOf(embed)}-scorm${edition.replace('.', '')}.zip`;

/** How the manifests of the editions differ: SCORM 1.2 (ADL 2001), and SCORM 2004 4th Edition (ADL 2009). */
const EDITIONS = {
  '1.2': {
    content: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
    adl: 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
    type: 'scormtype',
    version: '1.2',
  },
  '2004': {
    content: 'http://www.imsglobal.org/xsd/imscp_v1p1',
    adl: 'http://www.adlnet.org/xsd/adlcp_v1p3',
    type: 'scormType',
    version: '2004 4th Edition',
  },
} as const;

function manifest(id: string, title: string, files: readonly string[], edition: Edition): string {
  const { content, adl, type, version } = EDITIONS[edition];
  const schemas =
    edition === '1.2'
      ? `\n  xsi:schemaLocation="${content} imscp_rootv1p1p2.xsd ${adl} adlcp_rootv1p2.xsd"`
      : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="contrastive-loss-by-hand.${id}" version="1.0"
  xmlns="${content}"
  xmlns:adlcp="${adl}"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"${schemas}>
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>${version}</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>${escapeHtml(title)}</title>
      <item identifier="item" identifierref="widget">
        <title>${escapeHtml(title)}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="widget" type="webcontent" adlcp:${type}="sco" href="index.html">
${files.map((file) => `      <file href="${file}"/>`).join('\n')}
    </resource>
  </resources>
</manifest>
`;
}

/**
 * The files of a SCORM package that shows a widget and needs nothing from elsewhere.
 * @param carried the content of each of `packageFiles`, by its address
 */
export function scormPackage(
  definition: Definition,
  embed: Embed,
  carried: Readonly<Record<string, Uint8Array>>,
  edition: Edition = '1.2',
): Record<string, string | Uint8Array> {
  const title = titleOf(embed, definition);
  const files = ['index.html', ...packageFiles(definition)];
  return {
    'imsmanifest.xml': manifest(nameOf(embed), title, files, edition),
    'index.html': startPage(embed, { title, script: SCRIPT, told: { 'data-scorm': edition } }),
    ...carried,
  };
}
