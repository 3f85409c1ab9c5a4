/** Brings a prerendered page to life: its figures one by one as they are needed, and the words that speak to them. */
import { addCopyButton } from './copy-button';
import { Figure, statesIn } from './figure';
import { keepForOffline, showKept, tellWhenOffline } from './offline';
import { bindPhrase } from './phrase';
import { Progress } from './progress';
import { bindProgress, markSolved } from './progress-marks';
import { watchOverflow } from './scrollable';
import { bindSearchButton } from './search-button';
import { bindTerm } from './term';
import { fillSiteAddress } from './site-address';
import { bindThemeButton } from './theme-button';
import { Waking, keepFirstTouch } from './waking';

const all = <E extends HTMLElement>(selector: string) => [...document.querySelectorAll<E>(selector)];

const figures = new Map(
  all('.cl-figure').map((element) => {
    const figure = new Figure(element);
    return [figure.name, figure] as const;
  }),
);

const waking = new Waking();
for (const figure of figures.values()) {
  waking.when(figure.element, figure);
  keepFirstTouch(figure);
}

for (const link of all<HTMLAnchorElement>('.cl-set, .cl-follow, .cl-scrub')) {
  const figure = figures.get(link.dataset.widget ?? '');
  if (!figure) continue;
  waking.when(link, figure);
  if (link.classList.contains('cl-set')) bindPhrase(link, figure);
  else figure.whenAwake(async () => (await import('./live-words')).bindWords(link, figure));
}

const progress = new Progress();
const page = document.querySelector<HTMLElement>('[data-page]')?.dataset.page ?? '';
for (const element of all('.cl-exercise')) {
  const figure = figures.get(element.id);
  if (!figure) continue;
  markSolved(element, progress, page);
  figure.whenAwake(async () => (await import('./exercise')).askIn(figure, progress, page));
}
for (const line of all('[data-progress]')) bindProgress(line, progress);

for (const [name, query] of statesIn(location.search)) void figures.get(name)?.set(query);

all<HTMLButtonElement>('[data-theme-button]').forEach(bindThemeButton);
all<HTMLButtonElement>('[data-search-button]').forEach(bindSearchButton);
all('.cl-term').forEach(bindTerm);
all('[data-site-from]').forEach(fillSiteAddress);
all('.cl-code').forEach(addCopyButton);
watchOverflow(all('.math-display, .cl-table, .cl-scroll'));

all('[data-kept-pages]').forEach((list) => void showKept(list));
tellWhenOffline();
if (import.meta.env.PROD) keepForOffline();
