import * as v from 'valibot';
import type { Heading } from './contents';
import type { Reference } from './reference';
import type { Section } from './sections';

/** What an author writes above a page. */
const Frontmatter = v.strictObject({
  title: v.pipe(v.string(), v.nonEmpty()),
  description: v.pipe(v.string(), v.nonEmpty()),
  /** What the menu calls it, where the title is long. */
  menu: v.optional(v.pipe(v.string(), v.nonEmpty())),
  /** Chapters are read in this order; a page without it is no chapter. */
  order: v.optional(v.number()),
  /** A word to the reader on a chapter that is not complete. */
  status: v.optional(v.string()),
});

export type Frontmatter = v.InferOutput<typeof Frontmatter>;

/** What the site knows of a page beside its text. */
export interface PageData extends Frontmatter {
  headings: Heading[];
  /** The widgets that it shows, each under the id of its figure. */
  figures: { name: string; widget: string }[];
  sections: Section[];
  references: Reference[];
  /** Names of the page's exercises, in order. */
  exercises: string[];
}

/** @throws an `Error` that names the field and what is allowed */
export function readFrontmatter(data: unknown): Frontmatter {
  const result = v.safeParse(Frontmatter, data ?? {});
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`frontmatter, ${v.getDotPath(issue) ?? 'page'}: ${issue.message}`);
}
