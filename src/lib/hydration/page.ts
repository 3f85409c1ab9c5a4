/** Brings a prerendered page to life: its figures one by one as they are needed, and the words that speak to them. */
import { copyFormulas } from '../site/copy-formulas';
import { addCopyButton } from '../site/copy-button';
import { Figure, statesIn } from './figure';
import { followReading } from './reading';
import { bindFold, watchKeyboard } from './fold';
import { keepForOffline, showKept, tellWhenOffline } from '../site/offline';
import { repairQuery } from '../state/repair-query';
import { bindPhrase } from './state-link';
import { Progress } from './progress';
import { bindProgress, markSolved } from './progress-marks';
import { bindStepper } from './stepper';
import { watchOverflow } from '../site/focus-overflow';
import { bindSearchButton } from '../site/search-button';
import { markSections } from '../site/section-marker';
import { bindHeader } from '../site/site-header';
import { bindTerm } from '../site/glossary-tooltip';
import { fillSiteAddress } from '../site/site-address';
import { bindThemeButton } from '../site/theme-button';
import { Scheduler, replayFirstInteraction } from './scheduler';

const all = <E extends HTMLElement>(selector: string) => [...document.querySelectorAll<E>(selector)];

const figures = all('.cl-figure').map(
  (element) =>
    new Figure(
      element,
      all('.cl-beat').filter(({ dataset }) => dataset.figure === element.id),
    ),
);
/** What links speak to: a figure, in the state in which a section of the text shows it. */
const sections = new Map(
  figures.flatMap((figure) => figure.sections.map((section) => [section.name, { figure, section }] as const)),
);

const scheduler = new Scheduler();
for (const figure of figures) {
  // One of several exercises wakes once it is shown.
  if (!figure.element.closest('.cl-steps')) scheduler.when(figure.element, figure);
  replayFirstInteraction(figure);
  followReading(figure);
}

for (const link of all<HTMLAnchorElement>('.cl-set, .cl-follow, .cl-scrub')) {
  const target = sections.get(link.dataset.widget ?? '');
  if (!target) continue;
  const { figure, section } = target;
  scheduler.when(link, figure);
  if (link.classList.contains('cl-set')) bindPhrase(link, figure, section);
  else figure.whenAwake(async () => (await import('./live-number')).bindLiveNumber(link, figure, section));
}

all('.cl-stage').forEach(bindFold);
watchKeyboard();

const progress = new Progress();
const page = document.querySelector<HTMLElement>('[data-page]')?.dataset.page ?? '';
for (const element of all('.cl-exercise')) {
  const figure = sections.get(element.id)?.figure;
  if (!figure) continue;
  markSolved(element, progress, page);
  figure.whenAwake(async () => (await import('./exercise')).askIn(figure, progress, page));
}
for (const block of all('.cl-steps'))
  bindStepper(block, {
    progress,
    page,
    onshow(exercise) {
      const figure = sections.get(exercise.id)?.figure;
      if (figure) scheduler.when(exercise, figure);
    },
  });
for (const element of all('.cl-prediction')) {
  const target = sections.get(element.dataset.figure ?? '');
  if (!target) continue;
  scheduler.when(element, target.figure);
  markSolved(element, progress, page);
  target.figure.whenAwake(async () =>
    (await import('./prediction')).askFirst(element, target, progress, page),
  );
}
for (const line of all('[data-progress]')) bindProgress(line, progress);

for (const [name, query] of statesIn(repairQuery(location.search, location.hash))) {
  const { figure, section } = sections.get(name) ?? {};
  void figure?.set(query, section);
}

all('.site-header').forEach(bindHeader);
markSections(all('.cl-contents'));
all<HTMLButtonElement>('[data-theme-button]').forEach(bindThemeButton);
all<HTMLButtonElement>('[data-search-button]').forEach(bindSearchButton);
all('.cl-term').forEach(bindTerm);
all('[data-site-from]').forEach(fillSiteAddress);
all('.cl-code').forEach(addCopyButton);
// Pictures are scrolled by what is operated in them; those that are only looked at need a place among the keys.
const STILL = '.cl-compact .cl-pictures:not(:has([tabindex], a, button, input))';
watchOverflow(all(`.math-display, .cl-table, .cl-scroll, ${STILL}`));

const invitation = sections.get(document.querySelector('.cl-home > .cl-figure')?.id ?? '')?.figure;
if (invitation) void import('./ghost-hand').then(({ showHand }) => showHand(invitation, 'x2'));

all('[data-kept-pages]').forEach((list) => void showKept(list));
tellWhenOffline();
copyFormulas();
if (import.meta.env.PROD) keepForOffline();
