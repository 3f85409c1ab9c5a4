/** A section is being read from where its heading has passed this share of the window's height, from above. */
const LINE = 0.35;

/** Marks in lists of contents the section that is being read. */
export function markSections(lists: readonly HTMLElement[]): void {
  const links = lists.flatMap((list) => [...list.querySelectorAll<HTMLAnchorElement>('a[href*="#"]')]);
  const idOf = (link: HTMLAnchorElement) => decodeURIComponent(link.hash.slice(1));
  const headings = [...new Set(links.map(idOf))].flatMap((id) => document.getElementById(id) ?? []);
  const passed = new Set<Element>();
  let present: string | undefined;

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) passed.add(target);
        else passed.delete(target);
      }
      const id = headings.findLast((heading) => passed.has(heading))?.id;
      if (id === present) return;
      present = id;
      for (const link of links) {
        if (idOf(link) === id) link.ariaCurrent = 'location';
        else link.removeAttribute('aria-current');
      }
      for (const list of lists) keepInSight(list);
    },
    // All that is above the line counts, however far: a jump over many headings tells of each.
    { rootMargin: `1000000px 0px -${100 * (1 - LINE)}% 0px` },
  );
  for (const heading of headings) observer.observe(heading);
}

/** Scrolls a list that is longer than the window to its marked link, and nothing else. */
function keepInSight(list: HTMLElement) {
  const link = list.querySelector<HTMLElement>('[aria-current]');
  if (!link || list.scrollHeight <= list.clientHeight) return;
  list.scrollTop = link.offsetTop - list.clientHeight / 2;
}
