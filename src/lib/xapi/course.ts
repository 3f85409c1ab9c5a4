/** The script of a cmi5 or Tin Can package: tells the learning record store how the student fares with the widget. */
import { attend } from '../scorm/attend';
import { readLaunch } from './launch';
import type { QuestionDefinition } from './question-definition';
import { XapiReport } from './report';

const launch = readLaunch(location.search);
const { definition } = document.documentElement.dataset;
const back = document.querySelector<HTMLElement>('[data-return]');

function offerReturn(address: string): void {
  if (!back) return;
  back.hidden = false;
  back.addEventListener('click', () => location.assign(address));
}

// Without a platform, such as when the package is opened by hand, the widget works all the same.
attend((widget, asked, tell) => {
  if (!launch) return undefined;
  if ('problem' in launch) {
    tell({ saved: 'failing', isTooLong: false, reason: launch.problem });
    return undefined;
  }
  const question =
    asked && definition !== undefined
      ? { ...asked, definition: JSON.parse(definition) as QuestionDefinition }
      : undefined;
  return new XapiReport(launch, { title: document.title, question }, widget, tell, offerReturn);
});
