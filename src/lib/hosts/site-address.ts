/**
 * Writes the address under which the site is read into code that was printed with another one, where the site was built
 * without being told where it will be.
 */
export function fillSiteAddress(element: HTMLElement): void {
  const { siteFrom, siteRoot } = element.dataset;
  if (!siteFrom || !siteRoot) return;
  const site = new URL(siteRoot, location.href).href;
  for (const code of element.querySelectorAll('code')) {
    code.textContent = code.textContent.replaceAll(siteFrom, site);
  }
}
