/// <reference types="@sveltejs/kit" />
/**
 * Keeps the site readable without a network: what every page needs when the worker is installed, and each page and
 * each file of data, such as the digits for training, once it was opened. Scripts, styles and fonts have names that tell
 * their content, so what is kept never grows stale; data comes again with a new version, and pages come from the network
 * whenever there is one. The files of the version before are kept too, for pages still open.
 */
import { base, build, files, version } from '$service-worker';

declare const self: ServiceWorkerGlobalScope;

/** Other sites, and other copies of this one, may share the origin. */
const PREFIX = `contrastive-loss-by-hand:${base}/:`;
const CACHE = PREFIX + version;

const OFFLINE = `${base}/offline/`;

/** What every page needs. Embeds are read elsewhere, and the scripts that Kit builds for its own router are not used. */
const SHELL = [
  ...build.filter((file) => /\.(css|woff2)$/.test(file)),
  ...files.filter((file) => /\/islands\/(?!frame-of-)|\/theme\.js$|\/favicon\.svg$/.test(file)),
  `${base}/search.json`,
  `${base}/`,
  OFFLINE,
];

/** What a page may load later, under names that stay the same from version to version. */
const DATA = new Set(files.filter((file) => !SHELL.includes(file)));

/** A page's address without the state of its figures. */
function pageOf(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname.replace(/index\.html$/, '');
}

/** Embeds are read elsewhere: those of every version, `v1/pair/`. */
const isEmbed = (pathname: string) => /^\/(?:embed|v\d+)\//.test(pathname.slice(base.length));

const isPage = ({ headers }: Response) => headers.get('content-type')?.startsWith('text/html') ?? false;

const isOwn = ({ origin, pathname }: URL) =>
  origin === self.location.origin && pathname.startsWith(`${base}/`);

/** The caches of this site, oldest first. */
const ownCaches = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

/** Everything that is kept, of whatever version. */
async function keptAddresses(): Promise<string[]> {
  const requests = (await ownCaches()).map(async (name) => (await caches.open(name)).keys());
  return (await Promise.all(requests)).flat().map(({ url }) => url);
}

/** Pages and data that were opened before, and pages that are open now. */
async function knownFiles(): Promise<Set<string>> {
  const kept = await keptAddresses();
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const pages = [
    ...kept.filter((url) => url.endsWith('/')),
    ...open.map(({ url }) => url).filter((url) => isOwn(new URL(url))),
  ];
  const data = kept.filter((url) => DATA.has(new URL(url).pathname));
  return new Set([...pages.map(pageOf).filter((url) => !isEmbed(new URL(url).pathname)), ...data]);
}

async function install() {
  const known = await knownFiles();
  const cache = await caches.open(CACHE);
  const add = (file: string) => cache.add(new Request(file, { cache: 'no-cache' }));
  await Promise.all(SHELL.map(add));
  // A page that has gone is no reason not to install.
  await Promise.allSettled([...known].map(add));
  await self.skipWaiting();
}

async function activate() {
  const outdated = (await ownCaches()).filter((name) => name !== CACHE).slice(0, -1);
  await Promise.all(outdated.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function kept(address: string): Promise<Response | undefined> {
  const cache = await caches.open(CACHE);
  return (await cache.match(address)) ?? (await caches.match(address));
}

async function keep(address: string, response: Response) {
  const cache = await caches.open(CACHE);
  await cache.put(address, response);
}

/** A page: from the network, or else as it was kept, or else the page that says what was kept. */
async function answerPage(event: FetchEvent): Promise<Response> {
  const page = pageOf(event.request.url);
  try {
    const response = await fetch(event.request);
    if (response.ok && isPage(response)) event.waitUntil(keep(page, response.clone()));
    return response;
  } catch {
    return (await kept(page)) ?? Response.redirect(OFFLINE);
  }
}

/** Any other file: as it was kept, or else from the network, and kept from then on. */
async function answerFile(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const known = await kept(request.url);
  if (known) return known;
  const response = await fetch(request);
  if (response.status === 200 && response.type === 'basic') {
    event.waitUntil(keep(request.url, response.clone()));
  }
  return response;
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !isOwn(url)) return;
  if (request.mode === 'navigate') {
    if (!isEmbed(url.pathname)) event.respondWith(answerPage(event));
  } else if (!request.headers.has('range')) {
    event.respondWith(answerFile(event));
  }
});
