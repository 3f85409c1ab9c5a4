import { giftOf } from '../../../../lib/teach/questions/gift';
import { bank } from '../bank';

export const prerender = true;

export const GET = () => new Response(giftOf(bank()), { headers: { 'content-type': 'text/plain' } });
