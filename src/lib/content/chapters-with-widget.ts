import { chapters, type Page } from './pages';

/** The chapters that show a widget, in the order of reading. */
export function chaptersWith(widget: string): Page[] {
  return chapters.filter(({ figures }) => figures.some((figure) => figure.widget === widget));
}
