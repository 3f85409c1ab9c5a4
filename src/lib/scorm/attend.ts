import type { CourseReport, Told } from './course-report';
import type { AnswerKind } from './interaction';
import type { CourseWidget, Question } from './progress';
import { saveNotice } from './save-notice';

/** Makes the report of a page; nothing where there is nobody to report to. */
export type MakeReport = (
  widget: CourseWidget,
  question: Question | undefined,
  tell: (told: Told) => void,
) => CourseReport | undefined;

/** Lets a report follow the widget of a package's page until the student leaves, and tells the student of its failures. */
export function attend(makeReport: MakeReport): void {
  const widget = document.querySelector<HTMLElement & CourseWidget>('contrastive-widget');
  const notice = document.querySelector('[data-saving]');
  const again = document.querySelector<HTMLElement>('[data-save-again]');
  if (!widget) return;

  const { question, answers } = widget.dataset;
  const asked = question === undefined ? undefined : { id: question, kind: answers as AnswerKind };
  const report = makeReport(widget, asked, (told) => {
    if (notice) notice.textContent = saveNotice(told);
    if (again) again.hidden = told.saved !== 'failing' || told.reason !== undefined;
  });
  if (!report) return;

  let hasBegun = false;
  widget.addEventListener('statechange', () => {
    if (hasBegun) report.changed();
    else report.begin();
    hasBegun = true;
  });
  widget.addEventListener('taskresult', () => report.changed());
  again?.addEventListener('click', () => report.flush());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') report.flush();
  });
  addEventListener('beforeunload', (event) => {
    report.flush();
    if (report.isFailing) event.preventDefault();
  });
  addEventListener('pagehide', () => report.finish());
  // A page that a browser kept and shows again has told the platform that the student is gone.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
}
