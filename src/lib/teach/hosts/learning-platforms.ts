import { pinnedAddress } from '../../embed/embed-url';
import { fixedFrameOf, frameOf } from './frames';
import type { Choice, Snippet } from './snippet';

/** Learning platforms. Each takes in the SCORM package too. */
export function learningPlatforms(choice: Choice): Snippet[] {
  const [frame, fixed] = [frameOf(choice), fixedFrameOf(choice)];
  const group = 'Learning platforms';
  return [
    {
      id: 'moodle',
      name: 'Moodle',
      group,
      how: 'In a Page, Label or Book open the editor’s HTML view (Tools, Source code, or the button </>), and paste. For completion and a score in the gradebook add the SCORM package as an activity instead.',
      tried:
        'Written from Moodle’s documentation. The frame was tried in a sandbox as strict as any, and the package against scorm-again, which plays a platform’s part.',
      language: 'html',
      code: frame,
    },
    {
      id: 'canvas',
      name: 'Canvas',
      group,
      how: 'Edit a Page, choose the HTML editor (</> below the text), and paste. Canvas drops styles that compute, so the frame has one height, and the figure fits it. For a score in the gradebook import the SCORM package, where your institution has switched SCORM on.',
      tried:
        'Written from Canvas’s documentation. The frame was tried in a sandbox as strict as any, and the package against scorm-again, which plays a platform’s part.',
      language: 'html',
      code: fixed,
    },
    {
      id: 'brightspace',
      name: 'Brightspace',
      group,
      how: 'In the editor of a topic choose Insert Stuff, at the end of its list Enter Embed Code, paste, Next and Insert. The frame has one height, and the figure fits it. Brightspace shows frames from https alone. For a score in the gradebook add the SCORM package.',
      tried: 'Written from D2L’s documentation. The frame was tried without any style.',
      language: 'html',
      code: fixed,
    },
    {
      id: 'blackboard',
      name: 'Blackboard Ultra',
      group,
      how: 'In a Document add a block HTML, paste, and save; the block shows the figure once it is saved. Blackboard Original takes the same in the editor’s source code. For a score in the gradebook add the SCORM package as an item.',
      tried:
        'Written from Anthology’s documentation. The frame was tried without any style and in a sandbox.',
      language: 'html',
      code: fixed,
    },
    {
      id: 'openedx',
      name: 'Open edX',
      group,
      how: 'In Studio add a component Text, of the kind Raw HTML, open it for editing, and paste. The visual editor of the other kind rewrites styles.',
      tried: 'Written from Open edX’s documentation.',
      language: 'html',
      code: frame,
    },
    {
      id: 'classroom',
      name: 'Google Classroom',
      group,
      how: 'Classroom shows no page within its own. Add a Material or an Assignment, choose Add and Link, and paste the address: the figure opens in a tab of its own, with your question. For a figure between texts make a page in Google Sites, and link that.',
      tried: 'Written from Google’s documentation.',
      language: 'text',
      code: pinnedAddress(choice.site, choice.embed),
    },
  ];
}
