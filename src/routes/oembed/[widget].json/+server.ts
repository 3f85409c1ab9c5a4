import { error, json } from '@sveltejs/kit';
import { heightsOf } from '../../../lib/embed/iframe-heights';
import { oembedOf } from '../../../lib/teach/oembed';
import { definitions } from '../../../lib/widgets/registry';
import { siteUrl } from '../../site-url';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => Object.keys(definitions).map((widget) => ({ widget }));

export const GET: RequestHandler = ({ params }) => {
  const definition = Object.hasOwn(definitions, params.widget) ? definitions[params.widget] : undefined;
  if (!definition) error(404, `There is no widget “${params.widget}”.`);
  return json(oembedOf(definition, heightsOf(definition.id), siteUrl));
};
