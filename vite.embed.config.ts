import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** One script file a host, with every widget and its styles in it: the custom element, the module for notebooks. */
const ENTRIES: Record<string, string> = {
  element: 'src/lib/hosts/element.ts',
  anywidget: 'src/lib/hosts/anywidget.svelte.ts',
};

/** `vite build -c vite.embed.config.ts --mode element` builds the host of that name. */
export default defineConfig(({ mode }) => {
  const entry = ENTRIES[mode];
  if (entry === undefined)
    throw new Error(`mode is ${mode}; ${Object.keys(ENTRIES).join(' or ')} is allowed`);
  return {
    plugins: [svelte({ compilerOptions: { css: 'injected' } })],
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: 'static/embed',
      emptyOutDir: false,
      lib: { entry, formats: ['es'], fileName: () => `${mode}.js` },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  };
});
