/** Words in which entities are as their author wrote them, as text of HTML or as the value of an attribute. */
export const escapeTags = (written: string): string =>
  written.replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A plain text as text of HTML or as the value of an attribute. */
export const escapeHtml = (text: string): string => escapeTags(text.replaceAll('&', '&amp;'));
