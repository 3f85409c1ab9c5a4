import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { EMBEDS, embeds } from './vite.embeds.js';

/** The pages bring the widgets' styles with them, so the scripts need none. */
const withoutStyles: Plugin = {
  name: 'without-styles',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('.css') ? '\0no-style' : null),
  load: (id) => (id === '\0no-style' ? '' : null),
};

/** Bytes of JSON that a script may have in it. */
const INLINE = 1024;

/** A name that tells the content, since browsers keep what they have under a name. */
const named = (file: string, content: string, kind: string) =>
  `assets/${basename(file, '.json')}-${createHash('sha256').update(content).digest('base64url').slice(0, 8)}.${kind}`;

/**
 * Networks, digits and recorded runs come as files of data beside the scripts: they are no code to be compiled. A module
 * that imports one waits for it, and so does the figure, which stands still until then. What waits is a script of its own:
 * the bundler gives an import of its own to each module of a bundle in which one waits.
 */
const dataFiles: Plugin = {
  name: 'data-files',
  enforce: 'pre',
  resolveId(id, importer) {
    if (!id.endsWith('.json') || importer === undefined) return null;
    const file = resolve(dirname(importer), id);
    if (readFileSync(file).length <= INLINE) return null;
    const data = JSON.stringify(JSON.parse(readFileSync(file, 'utf8')));
    const dataName = named(file, data, 'json');
    const script = `const response=await fetch(new URL("${basename(dataName)}",import.meta.url));
if(!response.ok)throw new Error(\`\${response.url} cannot be loaded: the server answers \${response.status}\`);
export default await response.json();
`;
    const scriptName = named(file, script, 'js');
    this.emitFile({ type: 'asset', fileName: dataName, source: data });
    this.emitFile({ type: 'asset', fileName: scriptName, source: script });
    return { id: `./${scriptName}`, external: true };
  },
};

/** What only a script puts on a page brings its own styles along. */
const ownStyles = ({ filename }: { filename: string }) =>
  /\/lib\/(teach\/|primitives\/DotsCanvas)/.test(filename) ? { css: 'injected' as const } : undefined;

/** What only the sphere is drawn with. */
const SPHERE = /src\/lib\/(geometry\/sphere|primitives\/Drag(Ground|OnSphere))/;

/** Losses that only the family shows. */
const FAMILY =
  /losses\/(center|circle|lifted-structure|multi-similarity|n-pair|nt-xent|proxy-anchor|proxy-nca)\.ts/;

/** Losses that only the widget on mining runs. */
const MINING = /losses\/(mining-random|triplet-flat)\.ts/;

/** The chunk of what one widget alone needs, named after it. */
const widgetOf = (id: string) =>
  SPHERE.test(id)
    ? 'sphere'
    : FAMILY.test(id)
      ? 'family'
      : MINING.test(id)
        ? 'mining'
        : (/src\/lib\/widgets\/([\w-]+)\//.exec(id)?.[1] ?? null);

/** Builds the script that brings the figures of a prerendered page to life, one chunk a widget. */
export default defineConfig({
  plugins: [withoutStyles, dataFiles, embeds, svelte({ dynamicCompileOptions: ownStyles })],
  publicDir: false,
  base: './',
  build: {
    outDir: 'static/islands',
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        page: 'src/lib/hosts/page.ts',
        ...EMBEDS,
        teach: 'src/lib/teach/page.ts',
        worksheet: 'src/lib/teach/worksheet.ts',
      },
      // A widget that asks the losses' index for one of them takes that one and no other; so it is with bound inputs, which
      // Svelte's index has. Packages say so of themselves, but not of a part of theirs.
      treeshake: {
        moduleSideEffects: [{ test: /\/src\/lib\/losses\/|dom\/elements\/bindings\//, sideEffects: false }],
      },
      output: {
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        // One request for what all widgets are drawn with, one for the parts that losses are made of, one for each widget,
        // and one for each thing that some of them share and others need not load.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'preload', test: /rolldown\/runtime|preload-helper/ },
            // What a page needs before a figure of it comes to life.
            { name: 'start', test: /hosts\/(copy-button|search-button|site-address|root|idle)\.ts/ },
            // What wakes an embed; the builder needs a part of it.
            { name: 'host', test: /hosts\/(embed|embed-options|host-page\.svelte|messages|open-widget)\.ts/ },
            { name: 'search', test: /node_modules\/minisearch|hosts\/search-(dialog|index)/ },
            {
              name: 'task',
              test: /bindings\/input|src\/lib\/(primitives\/(Task|Rich|rich-)|state\/(attempt|condition|draft|read-task|task))/,
            },
            // Loaded only when a package is made.
            { name: 'zip', test: /node_modules\/fflate\// },
            // No two groups may need each other: of scripts in a circle one runs before what it needs is there. A browser
            // test of the built files looks for circles.
            {
              name: 'losses',
              test: /losses\/(declare|require|labels|reducers|rows|distances|distance-parameter|softmax|cross-entropy|cosine-matrix|pair|pair-batch|contrastive|soft-hinge)\.ts/,
            },
            {
              name: 'triplets',
              test: /losses\/(triplet|triplet-batch|triplet-mined|mining|mining-batch|similarities|labelled|partners)\.ts/,
            },
            // Of all pairs of many points.
            {
              name: 'all-pairs',
              test: /losses\/(contrastive-(batch|block|terms)|all-pairs(-\w+)?|class-groups|given-pairs|pair-differences|repulsion|similar-by-mean|spreads|squared-distance)\.ts/,
            },
            // Of one against many.
            {
              name: 'many',
              test: /losses\/(infonce|lifted|multi-similarity-mining|supcon|similarity-parameters)\.ts/,
            },
            {
              name: 'angular',
              test: /losses\/(angular|arcface|class-inputs|combined-margin|cosface|margins|normalized-softmax|sphereface|winning-angle)\.ts/,
            },
            // Loaded when the reader trains and the browser gives no worker for it.
            { name: 'signature-training', test: /widgets\/signature\/(training|augment)/ },
            { name: widgetOf },
            // Few widgets need these.
            {
              name: 'drawing',
              test: /src\/lib\/(geometry\/(raster|strokes)|primitives\/(DrawPad|drawing|pen)|state\/drawings)/,
            },
            {
              name: 'pixels',
              test: /src\/lib\/(geometry\/pixels|primitives\/(DigitsCredit|FileField|Glyphs|OutLink|Pixels|Select)|state\/opening)/,
            },
            // Loaded when there are many points.
            { name: 'canvas', test: /src\/lib\/primitives\/DotsCanvas/ },
            { name: 'points', test: /src\/lib\/primitives\/DragDots/ },
            { name: 'ties', test: /src\/lib\/primitives\/(PickDots|Ties)/ },
            // Of few points or classes, each with its forces and its numbers.
            {
              name: 'few',
              test: /src\/lib\/(primitives\/(Arrow|Bars|DragAngle|Formula|Region)\.|geometry\/circle\.ts)/,
            },
            { name: 'play', test: /src\/lib\/(primitives\/(LossOverTime|Player)|state\/descent\.svelte)/ },
            { name: 'tex', test: /src\/lib\/primitives\/(tex|Tex)/ },
            { name: 'code', test: /src\/lib\/primitives\/(Code|languages)/ },
            // With it what is too small for a request of its own.
            {
              name: 'shared',
              test: /node_modules\/(?!valibot)|\0no-style|src\/lib\/(primitives|geometry|state|theme|losses\/(miner-names|code\/load)|hosts\/(channel|observe-result|life|own-layout))/,
            },
            // The digits and the networks that come with the pages, and what embeds with a network.
            { name: 'digits', test: /src\/lib\/learning\/shipped\/digits/ },
            { name: 'networks', test: /src\/lib\/learning\/shipped\/networks/ },
            {
              name: 'embedder',
              test: /src\/lib\/learning\/(embedder|packed|principal|network|weights|pictures|shape)/,
            },
            { name: 'settings', test: /src\/lib\/learning\/settings/ },
            // What a page needs of the training: most of it runs in the worker, and is loaded here only without one.
            { name: 'learning', test: /src\/lib\/learning\/(client|messages)/ },
            // Loaded when a network is kept or opened.
            { name: 'files', test: /src\/lib\/learning\/(saved|kept|pytorch|onnx|protobuf)/ },
            { name: 'engine', test: /src\/lib\/learning\// },
          ],
        },
      },
    },
  },
});
