/** What a content says: the widget, its state and options as a query, and the question. */
export interface Parameters {
  widget: string;
  query: string;
  task: string;
}

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#039;': "'",
  '&#39;': "'",
  '&amp;': '&',
};

/** H5P hands text out with its signs written for HTML. */
const asWritten = (text: string) =>
  text.replace(/&(?:lt|gt|quot|#0?39|amp);/g, (entity) => ENTITIES[entity] ?? entity);

/** Reads the parameters of a content; what is not there is empty. */
export function readParameters(given: unknown): Parameters {
  const fields = typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
  const text = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' ? asWritten(value) : '';
  };
  return { widget: text('widget'), query: text('query'), task: text('task') };
}
