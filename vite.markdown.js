import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

/** @typedef {typeof import('./src/lib/content/markdown')} Markdown */

/** Text that every page may refer to. */
const SHARED_TEXT = ['content/references.bib', 'content/pages/glossary.md'];

/**
 * Imports the pipeline from Markdown to components. It is TypeScript that knows every widget, which Node cannot import by
 * itself; Vite does.
 */
async function importPipeline() {
  const started = Date.now();
  /** @type {{ module: Markdown, dependencies: string[] }} */
  const { module, dependencies } = await runnerImport('/src/lib/content/markdown.ts', { configFile: false });
  const files = [...dependencies, ...SHARED_TEXT].map((file) => resolve(file));
  return { module, files, started };
}

/** @param {Awaited<ReturnType<typeof importPipeline>>} pipeline */
const isStale = ({ files, started }) =>
  files.some((file) => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > started);

/**
 * Turns pages of Markdown into components. While developing, a page is made again when what the pipeline was made of has
 * changed: a widget, an output of one, the glossary, the references or a step of the pipeline itself.
 *
 * @returns {import('svelte/compiler').PreprocessorGroup}
 */
export function markdown() {
  /** @type {ReturnType<typeof importPipeline> | undefined} */
  let pipeline;
  return {
    name: 'markdown',
    async markup(page) {
      if (!page.filename?.endsWith('.md')) return undefined;
      const made = await pipeline?.catch(() => undefined);
      if (!made || isStale(made)) pipeline = importPipeline();
      const { module, files } = await /** @type {ReturnType<typeof importPipeline>} */ (pipeline);
      const component = await module.toComponent(page.content, page.filename);
      // The glossary is itself a page.
      const dependencies = files.filter((file) => file !== resolve(page.filename ?? ''));
      return component && { ...component, dependencies };
    },
  };
}
