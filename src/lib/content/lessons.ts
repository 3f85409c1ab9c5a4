import type { Component } from 'svelte';
import type { PageData } from './page';
import type { Page } from './pages';
import { slugOf } from './slug';

const modules = import.meta.glob<{ default: Component; metadata: PageData }>('/content/teach/*.md', {
  eager: true,
});

/** The pages for teachers, in the order of reading: the Teach page itself, then the lessons. */
export const lessons: readonly Page[] = Object.entries(modules)
  .map(([path, { default: Text, metadata }]) => ({ slug: slugOf(path), Text, ...metadata }))
  .sort((a, b) => (a.order ?? 0) - (b.order ?? 0));

/** The page for teachers of that name. */
export function findLesson(slug: string): Page | undefined {
  return lessons.find((lesson) => lesson.slug === slug);
}
