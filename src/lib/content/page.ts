import * as v from 'valibot';
import type { Heading } from './remark/contents';
import type { Reference } from './bibliography/reference';
import type { Section } from './remark/sections';
import type { Slide } from './remark/slides';

/** The groups that the menu has, in its order. */
export const GROUPS = ['Ideas', 'Losses', 'At work', 'Tools'] as const;

/** What an author writes above a page. */
const Frontmatter = v.strictObject({
  title: v.pipe(v.string(), v.nonEmpty()),
  description: v.pipe(v.string(), v.nonEmpty()),
  /** What the menu calls it, where the title is long. */
  menu: v.optional(v.pipe(v.string(), v.nonEmpty())),
  /** Chapters are read in this order; a page without it is no chapter. */
  order: v.optional(v.number()),
  /** Minutes that reading it and moving its figures takes. */
  minutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  difficulty: v.optional(v.picklist(['introductory', 'intermediate', 'advanced'])),
  /** What a reader has to know: the end of a sentence that begins with “You need”, without its full stop. */
  prerequisites: v.optional(v.pipe(v.string(), v.nonEmpty())),
  /** What a reader learns: the end of a sentence that begins with “Afterwards you can”, without its full stop. */
  objectives: v.optional(v.pipe(v.string(), v.nonEmpty())),
  /** Where the menu has a chapter. */
  group: v.optional(v.picklist(GROUPS)),
  /** What a chapter answers, on its card; on the home page the words beside the figure. */
  question: v.optional(v.pipe(v.string(), v.nonEmpty())),
  /** The widget whose picture stands for a chapter, where it is not its first figure's. */
  picture: v.optional(v.pipe(v.string(), v.nonEmpty())),
  /** What the slides of a lesson are called, where a class need not see its name. */
  deck: v.optional(v.pipe(v.string(), v.nonEmpty())),
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
  /** What a lesson shows to a class. */
  slides: Slide[];
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
