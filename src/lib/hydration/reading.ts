import type { Figure, Section } from './figure';

/** Where a figure stands above its text, as the styles of scenes say. */
const NARROW = '(max-width: 56.24rem) and (min-height: 30.01rem), (max-width: 37.49rem)';
/**
 * A section is read from where its beginning passes the middle of the screen, or comes near to it where a figure holds the
 * upper half. It has ended once that is well below: a page that moves a little for a phrase to be seen with its picture
 * changes nothing. In shares of the screen from its lower edge.
 */
const LINES = { beside: { begins: 50, ends: 30 }, below: { begins: 35, ends: 18 } };

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
      figure.follow(later.findLast((section) => begun.has(section)) ?? first);
    };
  const begins = follow((section, isAbove) => {
    if (isAbove) begun.add(section);
  });
  const ends = follow((section, isAbove) => {
    if (!isAbove) begun.delete(section);
  });
  const observe = (take: IntersectionObserverCallback, line: number) => {
    const observer = new IntersectionObserver(take, { rootMargin: `1000000px 0px -${line}% 0px` });
    for (const { element } of later) observer.observe(element);
    return observer;
  };
  const narrow = matchMedia(NARROW);
  const watch = () => {
    const line = narrow.matches ? LINES.below : LINES.beside;
    return [observe(begins, line.begins), observe(ends, line.ends)];
  };
  let observers = watch();
  narrow.addEventListener('change', () => {
    for (const observer of observers) observer.disconnect();
    observers = watch();
  });
}
