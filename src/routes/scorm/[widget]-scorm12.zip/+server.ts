import { error } from '@sveltejs/kit';
import { readFileSync } from 'node:fs';
import { packageFiles, scormPackage } from '../../../lib/scorm/package';
import { zip } from '../../../lib/scorm/zip';
import { definitions } from '../../../lib/widgets/registry';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => Object.keys(definitions).map((widget) => ({ widget }));

const read = (name: string) => [name, new Uint8Array(readFileSync(`static/${name}`))] as const;

/** Each widget at its defaults as a SCORM package, for those who build none of their own. */
export const GET: RequestHandler = ({ params }) => {
  const definition = Object.hasOwn(definitions, params.widget) ? definitions[params.widget] : undefined;
  if (!definition) error(404, `There is no widget “${params.widget}”.`);
  const carried = Object.fromEntries(packageFiles(definition).map(read));
  const files = scormPackage(definition, { widget: definition.id, query: '' }, carried);
  return new Response(zip(files), { headers: { 'content-type': 'application/zip' } });
};
