import ts from 'typescript';

/** The HTML within a snippet, or nothing where it holds none. */
export function htmlIn(id: string, code: string): string | undefined {
  if (id === 'quarto') return /^```\{=html\}\n(.*)\n```$/s.exec(code)?.[1];
  if (id === 'observable') return /^html`(.*)`$/s.exec(code)?.[1];
  return code;
}

/** Why a text is no program of TypeScript with JSX; empty where it is one. */
export function faultsInProgram(code: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(code, {
    fileName: 'snippet.tsx',
    reportDiagnostics: true,
    compilerOptions: { jsx: ts.JsxEmit.Preserve, target: ts.ScriptTarget.ESNext },
  });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

/** The addresses below a site that stand in a text, as a browser would read them. */
export const addressesIn = (code: string, site: string): string[] =>
  code
    .split(site)
    .slice(1)
    .map(
      (rest) => site + (/^[^\s"'`<>]*/.exec(rest)?.[0] ?? '').replaceAll('&amp;', '&').replace(/[);]+$/, ''),
    );
