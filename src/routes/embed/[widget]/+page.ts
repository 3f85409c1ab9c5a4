import { error } from '@sveltejs/kit';
import { definitions } from '../../../lib/widgets/registry';
import type { EntryGenerator, PageLoad } from './$types';

// Embeds are opened from elsewhere: no page of the site need link to them.
export const entries: EntryGenerator = () => Object.keys(definitions).map((widget) => ({ widget }));

export const load: PageLoad = ({ params }) => {
  const definition = Object.hasOwn(definitions, params.widget) ? definitions[params.widget] : undefined;
  if (!definition) error(404, `There is no widget “${params.widget}”.`);
  const { id, title, about } = definition;
  return { bare: true, widget: id, card: id, title, description: about };
};
