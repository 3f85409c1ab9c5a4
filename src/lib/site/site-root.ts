/** The folder in which the site is mounted, as `app.html` says it. */
export const siteRoot = (): URL => new URL(`${document.documentElement.dataset.root}/`, document.baseURI);

/** The address of a page or file of the site, wherever that is mounted. */
export const inSite = (path: string): URL => new URL(path, siteRoot());
