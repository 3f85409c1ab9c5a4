// Leaves in the fonts of the built site only what the site can show: a third of their weight. Of a text face, the
// weights that the styles declare, and the forms of letters that they can ask for; of a formula's face, what formulas hold.
// A step of `npm run build`, after which nothing adds text.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { textOfFormulas } from './fonts/formulas.mjs';

const build = fileURLToPath(new URL('../build', import.meta.url));
const TEXT = new Set(['.html', '.js', '.css', '.json', '.webmanifest']);
/** What a reader may type, whatever the pages say. */
const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
const WOFF2 = { targetFormat: /** @type {const} */ ('woff2') };
/** What browsers do by themselves, and figures of one width, which are all that the styles ask for. */
const OF_TEXT = { ...WOFF2, keepFeatures: ['kern', 'liga', 'ccmp', 'locl', 'mark', 'mkmk', 'tnum'] };

const files = readdirSync(build, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
const texts = new Map(
  files.filter((file) => TEXT.has(extname(file))).map((file) => [file, readFileSync(file, 'utf8')]),
);
/** Styles and scripts write some characters as escapes, such as \2019 or \u2019. */
const escaped = (/** @type {string} */ text) =>
  [...text.matchAll(/\\u?\{?([0-9a-fA-F]{2,5})\b/g)].map(([, hex = '20']) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
const distinct = (/** @type {Iterable<string>} */ characters) => [...new Set(characters)].join('');
const characters = distinct([ASCII, ...texts.values()].flatMap((text) => [...text, ...escaped(text)]));
/** With the blank, which stands in for what has no width. */
const formulas = distinct([' ', ...[...texts.values()].flatMap((text) => [...textOfFormulas(text)])]);

/** The weights from one to another that the styles declare of a font, where it has more than one. */
const weights = new Map(
  [...texts.values()].flatMap((text) =>
    [...text.matchAll(/@font-face\s*{[^}]*}/g)].flatMap(([face]) => {
      const [, min, max] = /font-weight:\s*(\d+) (\d+)/.exec(face) ?? [];
      const [, file] = /url\([^)]*?([^/)]+\.woff2)/.exec(face) ?? [];
      const range = { min: Number(min), max: Number(max) };
      return max === undefined || file === undefined ? [] : [/** @type {const} */ ([file, range])];
    }),
  ),
);

/** @type {Map<string, string>} */
const renamed = new Map();
let [before, after] = [0, 0];
for (const font of files.filter((file) => extname(file) === '.woff2')) {
  const whole = readFileSync(font);
  const wght = weights.get(basename(font));
  const part = await (wght
    ? subsetFont(whole, characters, { ...OF_TEXT, variationAxes: { wght } })
    : subsetFont(whole, formulas, WOFF2));
  // Another content has another name, since browsers keep what they have under a name for good.
  const hash = createHash('sha256').update(part).digest('base64url').slice(0, 8);
  const name = basename(font).replace(/\.[\w-]{8}\.woff2$/, `.${hash}.woff2`);
  writeFileSync(font, part);
  renameSync(font, join(dirname(font), name));
  renamed.set(basename(font), name);
  before += whole.length;
  after += part.length;
}
for (const [file, text] of texts) {
  const next = [...renamed].reduce((all, [from, to]) => all.replaceAll(from, to), text);
  if (next !== text) writeFileSync(file, next);
}
console.log(
  `fonts: ${Math.round(before / 1000)} kB, ${Math.round(after / 1000)} kB with what the site can show`,
);
