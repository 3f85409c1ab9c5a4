// Packs the built site into one archive, `site.zip`, for reading without a network, and says on the page for teachers
// how large it is. The last step of `npm run build`.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';

const build = fileURLToPath(new URL('../build', import.meta.url));
const target = join(build, 'site.zip');
const teach = join(build, 'teach', 'index.html');
/** What is compressed already is only stored. */
const COMPRESSED = new Set(['.zip', '.woff2', '.png']);
const LINK = /<p data-site-archive.*?<\/p>/s;
/** The packages of the figures as they begin: more than half of the site, and the builder makes them wherever it is. */
const PACKAGES = /<div data-site-packages.*?<\/div>/s;
const SIZE = /(<span data-size[^>]*>).*?(<\/span>)/s;

rmSync(target, { force: true });
const page = readFileSync(teach, 'utf8');
if (!LINK.test(page) || !SIZE.test(page) || !PACKAGES.test(page))
  throw new Error('teach/index.html has no place for the size of site.zip, or for the packages.');

/** A page as it stands in the archive: it says what a browser does not do with a page that is opened as a file. */
function packed(/** @type {string} */ file) {
  if (!file.endsWith('index.html')) return readFileSync(file);
  // The archive is not in itself, so nothing in it leads there.
  const text = file === teach ? page.replace(LINK, '').replace(PACKAGES, '') : readFileSync(file, 'utf8');
  const root = relative(join(file, '..'), build).split(sep).join('/') || '.';
  return Buffer.from(text.replace('</head>', `<script src="${root}/opened-as-file.js"></script></head>`));
}

/** @type {import('fflate').Zippable} */
const files = {};
for (const entry of readdirSync(build, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const file = join(entry.parentPath, entry.name);
  const name = relative(build, file).split(sep).join('/');
  if (name.startsWith('scorm/')) continue;
  files[`contrastive-loss-by-hand/${name}`] = [
    packed(file),
    { level: COMPRESSED.has(extname(file)) ? 0 : 6 },
  ];
}
const archive = zipSync(files, { mtime: new Date(1980, 0, 1) });
const size = `${(archive.length / 1e6).toFixed(1)} MB`;
writeFileSync(target, archive);
writeFileSync(teach, page.replace(SIZE, `$1${size}$2`));
console.log(`site.zip: ${Object.keys(files).length} files, ${size}`);
