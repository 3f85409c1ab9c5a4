/** HTML within XML; the end of such a section cannot stand in it. */
export const cdata = (html: string) => `<![CDATA[${html.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
