import { error } from '@sveltejs/kit';
import { findLesson } from '../../../../lib/content/lessons';
import { slideHtml } from '../../../../lib/content/slide-html';
import type { PageServerLoad } from './$types';

// No list of entries is needed: each lesson links its slides.
export const load: PageServerLoad = ({ params }) => {
  const lesson = findLesson(params.lesson);
  if (!lesson || lesson.slides.length === 0) error(404, `There are no slides “${params.lesson}”.`);
  const { title, deck = title, description } = lesson;
  const slides = lesson.slides.map(({ parts, ...slide }) => ({ ...slide, parts: parts.map(slideHtml) }));
  return { bare: true, title: deck, description: `Slides: ${description}`, slides };
};
