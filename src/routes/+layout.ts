// Every page is plain HTML. The figures are attached to life one by one by src/lib/hydration/page.ts.
export const csr = false;
export const prerender = true;
export const trailingSlash = 'always';
