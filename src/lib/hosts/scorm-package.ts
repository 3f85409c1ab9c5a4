import type { Definition } from '../state/define';
import { embedQuery, type Embed } from './embed-address';

/**
 * What a package carries of the site, as addresses below it. Everything lies in the package as on the site, so that one
 * file finds the other.
 */
export const packageFiles = ({ files = [] }: Definition): string[] => [
  'embed/element.js',
  'embed/scorm.js',
  ...files,
];

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The name of a package's file. */
export const packageName = ({ widget }: Embed) => `${widget}-scorm12.zip`;

function manifest(id: string, title: string, files: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="contrastive-loss-by-hand.${id}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>${escaped(title)}</title>
      <item identifier="item" identifierref="widget">
        <title>${escaped(title)}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="widget" type="webcontent" adlcp:scormtype="sco" href="index.html">
${files.map((file) => `      <file href="${file}"/>`).join('\n')}
    </resource>
  </resources>
</manifest>
`;
}

function startPage(embed: Embed, title: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="data:," />
    <title>${escaped(title)}</title>
    <style>
      html { color-scheme: light dark; }
      body { margin: 0.75rem; }
    </style>
    <script src="embed/scorm.js" defer></script>
    <script type="module" src="embed/element.js"></script>
  </head>
  <body>
    <main>
      <contrastive-widget name="${escaped(embed.widget)}" query="${escaped(embedQuery(embed))}"></contrastive-widget>
    </main>
    <noscript>This figure needs JavaScript.</noscript>
  </body>
</html>
`;
}

/**
 * The files of a SCORM 1.2 package that shows a widget and needs nothing from elsewhere.
 * @param carried the content of each of `packageFiles`, by its address
 */
export function scormPackage(
  definition: Definition,
  embed: Embed,
  carried: Readonly<Record<string, Uint8Array>>,
): Record<string, string | Uint8Array> {
  const title = embed.title ?? definition.title;
  const files = ['index.html', ...packageFiles(definition)];
  return {
    'imsmanifest.xml': manifest(embed.widget, title, files),
    'index.html': startPage(embed, title),
    ...carried,
  };
}
