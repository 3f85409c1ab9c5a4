// Every page is plain HTML. The figures are brought to life one by one by src/lib/hosts/page.ts.
export const csr = false;
export const prerender = true;
export const trailingSlash = 'always';
