import { zip } from '../../../../lib/scorm/zip';
import { WORK } from '../../../../lib/teach/attribution';
import { questionCartridge } from '../../../../lib/teach/questions/cartridge';
import { bank } from '../bank';

export const prerender = true;

export const GET = () =>
  new Response(zip(questionCartridge(WORK.title, bank())), {
    headers: { 'content-type': 'application/zip' },
  });
