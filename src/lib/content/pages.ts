import type { Component } from 'svelte';
import { GROUPS, type PageData } from './page';
import { slugOf } from './slug';

export interface Page extends PageData {
  slug: string;
  Text: Component;
}

const modules = import.meta.glob<{ default: Component; metadata: PageData }>('/content/pages/*.md', {
  eager: true,
});

export const allPages: readonly Page[] = Object.entries(modules).map(
  ([path, { default: Text, metadata }]) => ({
    slug: slugOf(path),
    Text,
    ...metadata,
  }),
);

/** A page that has a place in the order of reading. */
export interface Chapter extends Page {
  /** Its place, from 1. */
  number: number;
  group: (typeof GROUPS)[number];
  question: string;
  /** The widget whose picture stands for it. */
  picture: string;
}

/** All chapters, in the order of reading. */
export const chapters: readonly Chapter[] = allPages
  .filter((page): page is Page & { order: number } => page.order !== undefined)
  .sort((a, b) => a.order - b.order)
  .map((page, at) => {
    const { slug, group, question, picture = page.figures[0]?.widget } = page;
    if (!group || !question || !picture) {
      throw new Error(
        `content/pages/${slug}.md: a chapter needs a group, a question and a figure or a picture`,
      );
    }
    return { ...page, number: at + 1, group, question, picture };
  });

/** The chapters of each group of the menu; groups without one are left out. */
export const chapterGroups = GROUPS.map((name) => ({
  name,
  chapters: chapters.filter(({ group }) => group === name),
})).filter(({ chapters }) => chapters.length > 0);

/** The page of that name. */
export function findPage(slug: string): Page | undefined {
  return allPages.find((page) => page.slug === slug);
}
