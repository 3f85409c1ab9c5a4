import { error } from '@sveltejs/kit';
import { chaptersWith } from '../../../lib/content/chapters-with-widget';
import { definitions } from '../../../lib/widgets/registry';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ params }) => {
  const definition = Object.hasOwn(definitions, params.widget) ? definitions[params.widget] : undefined;
  if (!definition) error(404, `There is no widget “${params.widget}”.`);
  const { id, title, about } = definition;
  return { widget: id, title, description: about, card: id, chapters: chaptersWith(id) };
};
