import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/**
 * One script file a host. The custom element and the module for notebooks have every widget and its styles in them; the
 * others stand beside widgets: one sizes their frames, two report to a learning platform, and one to H5P.
 */
const ENTRIES: Record<string, { entry: string; format: 'es' | 'iife' }> = {
  element: { entry: 'src/lib/embed/element.ts', format: 'es' },
  anywidget: { entry: 'src/lib/embed/anywidget.svelte.ts', format: 'es' },
  embed: { entry: 'src/lib/embed/embed-script.ts', format: 'iife' },
  scorm: { entry: 'src/lib/scorm/course.ts', format: 'iife' },
  xapi: { entry: 'src/lib/xapi/course.ts', format: 'iife' },
  h5p: { entry: 'src/lib/h5p/content-type.ts', format: 'iife' },
};

/** `vite build -c vite.embed.config.ts --mode element` builds the host of that name. */
export default defineConfig(({ mode }) => {
  const script = ENTRIES[mode];
  if (script === undefined)
    throw new Error(`mode is ${mode}; ${Object.keys(ENTRIES).join(' or ')} is allowed`);
  const { entry, format } = script;
  return {
    plugins: [svelte({ compilerOptions: { css: 'injected' } })],
    // Workers lie beside the script, wherever that is.
    base: './',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: 'static/embed',
      emptyOutDir: false,
      lib: { entry, formats: [format], name: mode, fileName: () => `${mode}.js` },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  };
});
