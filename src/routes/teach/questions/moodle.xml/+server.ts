import { moodleXml } from '../../../../lib/teach/questions/moodle';
import { bank } from '../bank';

export const prerender = true;

export const GET = () => new Response(moodleXml(bank()), { headers: { 'content-type': 'application/xml' } });
