/**
 * Writes the address under which the site is read into code that was printed with another one, where the site was built
 * without being told where it will be. Only texts that hold the address are touched: a figure that is not awake yet must
 * find its markup as it was drawn.
 */
export function fillSiteAddress(element: HTMLElement): void {
  const { siteFrom, siteRoot } = element.dataset;
  if (!siteFrom || !siteRoot) return;
  const site = new URL(siteRoot, location.href).href;
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    if (text.nodeValue?.includes(siteFrom)) text.nodeValue = text.nodeValue.replaceAll(siteFrom, site);
  }
}
