import type { Component } from 'svelte';
import type { PageData } from './page';
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

/** Every page that has a place in the order of reading, in that order. */
export const chapters: readonly Page[] = allPages
  .filter((page): page is Page & { order: number } => page.order !== undefined)
  .sort((a, b) => a.order - b.order);

/** The page of that name. */
export function findPage(slug: string): Page | undefined {
  return allPages.find((page) => page.slug === slug);
}
