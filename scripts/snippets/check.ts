import { JSDOM } from 'jsdom';
import { readEmbedOptions } from '../../src/lib/embed/embed-options';
import { decode } from '../../src/lib/state/query';
import { readTask } from '../../src/lib/tasks/read-task';
import type { Choice, Snippet } from '../../src/lib/teach/hosts/snippet';
import { KEEPS, type Keeps } from './keeps';
import { addressesIn, faultsInProgram, htmlIn } from './parts';

/** Programs, whose grammar is that of JavaScript. */
const PROGRAMS = new Set(['docusaurus', 'observable']);

/** The page of a frame, below the site. */
const FRAME = /^(embed|v\d+)\/[^/]+\/$/;

/** A bare address, for tools that take nothing else. */
const isBare = ({ language }: Snippet) => language === 'text';

/**
 * What is wrong with a snippet, each in a sentence: what its tool could not read or would take away, and addresses that
 * the site does not have.
 * @param has whether the built site has a file or a page at a path below it
 */
export function checkSnippet(snippet: Snippet, choice: Choice, has: (path: string) => boolean): string[] {
  const { id, code } = snippet;
  if (code === '') return snippet.how === '' ? ['there is nothing to paste, and no word why'] : [];
  const faults = PROGRAMS.has(id) ? faultsInProgram(code) : [];
  const kept = KEEPS[id];
  if (kept) {
    const html = htmlIn(id, code);
    faults.push(...(html === undefined ? [`there is no HTML in ${code}`] : faultsInHtml(html, kept)));
  }
  if (isBare(snippet) && /\s/.test(code)) faults.push(`a bare address has a space: ${code}`);
  if (id === 'myst') faults.push(...faultsInMyst(code));
  const addresses = addressesIn(code, choice.site);
  if (addresses.length === 0) faults.push('no address of the site is in it');
  return [...faults, ...addresses.flatMap((address) => faultsInAddress(address, choice, has))];
}

function faultsInHtml(html: string, { elements, attributes }: Keeps): string[] {
  const fragment = JSDOM.fragment(html);
  const faults: string[] = [];
  for (const { localName, attributes: given } of fragment.querySelectorAll('*')) {
    if (!elements.has(localName)) faults.push(`an element ${localName} is taken away`);
    for (const { name } of given)
      if (!attributes.has(name)) faults.push(`an attribute ${name} of ${localName} is taken away`);
  }
  // A quotation mark that ends too early leaves words behind.
  const words = fragment.textContent.trim();
  if (words !== '') faults.push(`words stand outside of elements: ${words}`);
  return faults;
}

function faultsInMyst(code: string): string[] {
  const [, traits] = /^:::\{anywidget\} \S+\n(.*)\n:::$/s.exec(code) ?? [];
  if (traits === undefined) return ['it is no directive of MyST'];
  try {
    JSON.parse(traits);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

function faultsInAddress(
  address: string,
  { definition, site }: Choice,
  has: (path: string) => boolean,
): string[] {
  if (!URL.canParse(address)) return [`${address} is no address`];
  const { pathname, search } = new URL(address);
  const path = pathname.slice(new URL(site).pathname.length);
  if (!has(path)) return [`the site has no ${path}`];
  if (!FRAME.test(path)) return [];
  const { query, task, notices } = readEmbedOptions(definition, search);
  const read = task === undefined ? undefined : readTask(definition, task);
  const problems = read && 'problems' in read ? read.problems : [];
  return [...notices, ...decode(definition.parameters, query).notices, ...problems].map(
    ({ message }) => message,
  );
}
