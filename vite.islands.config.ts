import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { pureD3 } from './vite.d3.js';
import { EMBEDS, embeds } from './vite.embeds.js';

/** The pages bring the widgets' styles with them, so the scripts need none. */
const withoutStyles: Plugin = {
  name: 'without-styles',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('.css') ? '\0no-style' : null),
  load: (id) => (id === '\0no-style' ? '' : null),
};

/** What only a script puts on a page brings its own styles along. */
const ownStyles = ({ filename }: { filename: string }) =>
  /\/lib\/(teach\/|plot\/DotsCanvas)/.test(filename) ? { css: 'injected' as const } : undefined;

/** The folder of a widget in a module's path. */
const widgetOf = (id: string) => /src\/lib\/widgets\/([\w-]+)\//.exec(id)?.[1] ?? null;

/** Builds the script that brings the figures of a prerendered page to life, one chunk a widget. */
export default defineConfig({
  plugins: [withoutStyles, embeds, pureD3, svelte({ dynamicCompileOptions: ownStyles })],
  publicDir: false,
  base: './',
  // Networks, digits and recorded runs are texts within scripts: one that waited for a file of its own would be a module
  // with an await at its top, which WebKit leaves half made when two imports ask for it at once (its bug 242740).
  json: { stringify: true, namedExports: false },
  build: {
    outDir: 'static/islands',
    emptyOutDir: true,
    // Pages name the scripts that they need by it; see src/routes/host-script.ts.
    manifest: 'manifest.json',
    rolldownOptions: {
      input: {
        page: 'src/lib/hydration/page.ts',
        ...EMBEDS,
        teach: 'src/lib/teach/page.ts',
        worksheet: 'src/lib/teach/worksheet.ts',
        gallery: 'src/lib/teach/gallery.ts',
        slides: 'src/lib/slides/deck.ts',
      },
      // A widget that asks the losses' index for one of them takes that one and no other; so it is with bound inputs, which
      // Svelte's index has. Packages say so of themselves, but not of a part of theirs.
      treeshake: {
        moduleSideEffects: [
          { test: /\/src\/lib\/losses\/|dom\/elements\/(bindings\/|custom-element)/, sideEffects: false },
        ],
      },
      output: {
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        // Few requests, and no page that loads what it does not need: what most widgets share, what is of one widget, the
        // losses by how many need them, and the landscape that four draw. No group may need another that needs it: of
        // scripts in a circle one runs before what it needs is there; a browser test of the built files looks for circles.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            // What a page without figures needs is here as well, so that it does without what widgets share; and the names
            // of the digits' files, which are too short for a script of their own.
            {
              name: 'preload',
              test: /rolldown\/runtime|preload-helper|state\/repair-query|learning\/digit-files/,
            },
            { name: widgetOf, debugName: 'widget' },
            { name: 'losses', test: /src\/lib\/losses\/(?!code)/, minShareCount: 20 },
            { name: 'more-losses', test: /src\/lib\/losses\/(?!code)/, minShareCount: 12 },
            { name: 'rare-losses', test: /src\/lib\/losses\/(?!code)/, minShareCount: 4 },
            { name: 'landscape', test: /d3-contour|geometry\/contours|[Ll]andscape/ },
            // A figure is loaded by its page and by its embed, so this is what six figures share. What trains is for few.
            { name: 'shared', test: /^(?!.*src\/lib\/learning\/)/, minShareCount: 12 },
          ],
        },
      },
    },
  },
});
