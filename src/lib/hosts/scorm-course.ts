/** The script of a SCORM package: tells the learning platform around it how the student fares with the widget. */
import { findPlatform } from './scorm-platform';
import { Report, type CourseWidget } from './scorm-report';

const platform = findPlatform(window);
const widget = document.querySelector<HTMLElement & CourseWidget>('contrastive-widget');

// Without a platform, such as when the package is opened by hand, the widget works all the same.
if (platform && widget) {
  const report = new Report(platform, widget);
  let hasBegun = false;
  widget.addEventListener('statechange', () => {
    if (hasBegun) report.changed();
    else report.begin();
    hasBegun = true;
  });
  widget.addEventListener('taskresult', () => {
    if (widget.getResult()?.solved) report.solved();
  });
  addEventListener('pagehide', () => report.finish());
}
