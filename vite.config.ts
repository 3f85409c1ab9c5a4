import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { embeds } from './vite.embeds.js';

/** KaTeX names each of its fonts in three formats; every browser that runs the site reads the first. */
const woff2Only: Plugin = {
  name: 'woff2-only',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('katex.min.css') ? code.replace(/,url\([^)]*\.(?:woff|ttf)\) format\("[^"]*"\)/g, '') : null,
};

export default defineConfig({
  plugins: [woff2Only, embeds, sveltekit()],
  // A font in the styles would come with every page, and as a whole.
  build: { assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined) },
  server: { fs: { allow: ['content'] } },
});
