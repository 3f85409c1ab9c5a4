/** The script of a SCORM package: tells the learning platform around it how the student fares with the widget. */
import { attend } from './attend';
import { findPlatform } from './find-platform';
import { Report } from './report';

const { scorm } = document.documentElement.dataset;
const platform = findPlatform(window, scorm === '2004' ? '2004' : '1.2');

// Without a platform, such as when the package is opened by hand, the widget works all the same.
attend((widget, question, tell) => platform && new Report(platform, widget, question, tell));
