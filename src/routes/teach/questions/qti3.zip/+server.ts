import { zip } from '../../../../lib/scorm/zip';
import { qtiPackage } from '../../../../lib/teach/questions/qti';
import { bank } from '../bank';

export const prerender = true;

export const GET = () =>
  new Response(zip(qtiPackage(bank())), { headers: { 'content-type': 'application/zip' } });
