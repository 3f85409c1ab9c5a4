import type { Figure, Section } from './figure';

/** A section is read from where its beginning passes the middle of the screen. */
const BEGINS = { rootMargin: '1000000px 0px -50% 0px' };
/** It has ended once that is well below: a page that moves a little for a phrase to be seen with its picture changes nothing. */
const ENDS = { rootMargin: '1000000px 0px -30% 0px' };

/** Has a figure show what the section that is being read asks for. */
export function followReading(figure: Figure): void {
  const [first, ...later] = figure.sections;
  if (!first || later.length === 0) return;
  const begun = new Set<Section>();
  const follow =
    (take: (section: Section, isAbove: boolean) => void) => (entries: IntersectionObserverEntry[]) => {
      for (const { target, isIntersecting } of entries) {
        const section = later.find(({ element }) => element === target);
        if (section) take(section, isIntersecting);
      }
      figure.show(later.findLast((section) => begun.has(section)) ?? first);
    };
  const begins = follow((section, isAbove) => {
    if (isAbove) begun.add(section);
  });
  const ends = follow((section, isAbove) => {
    if (!isAbove) begun.delete(section);
  });
  const observers = [new IntersectionObserver(begins, BEGINS), new IntersectionObserver(ends, ENDS)];
  for (const { element } of later) for (const observer of observers) observer.observe(element);
}
