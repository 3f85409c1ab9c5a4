/** The folder in which the site is mounted, as `app.html` says it. */
export const siteRoot = (): URL => new URL(`${document.documentElement.dataset.root}/`, document.baseURI);
