import { json } from '@sveltejs/kit';
import { searchEntries } from '../../lib/content/search-entries';

export const prerender = true;

/** What the search looks through, loaded when the reader opens it. */
export const GET = () => json(searchEntries());
