import { CHANNEL } from '../embed/message-channel';
import { VERSION } from '../embed/version';

/** A page that follows and sets an embedded widget, to copy from. */
export const messagesExample = `const frame = document.querySelector('iframe');
const say = (message) =>
  frame.contentWindow.postMessage({ channel: '${CHANNEL}', version: ${VERSION}, ...message }, '*');

addEventListener('message', ({ source, data }) => {
  if (source !== frame.contentWindow || data?.channel !== '${CHANNEL}') return;
  if (data.type === 'ready') say({ type: 'observe' });
  if (data.type === 'state') console.log(data.state, data.outputs);
});
// The widget may have been ready before this script was.
say({ type: 'observe' });`;

/** What a page may say to a widget in a frame. */
export const requests = [
  { message: "{ type: 'getState' }", about: 'Answered once with a message state.' },
  {
    message: "{ type: 'setState', state: 'm=2' }",
    about:
      'Sets the fields of a query over the present state, and is answered with a message state. It is no try of the student’s.',
  },
  { message: "{ type: 'observe' }", about: 'Answered now and after every change, until unobserve.' },
  { message: "{ type: 'unobserve' }", about: 'Ends that.' },
  {
    message: "{ type: 'getTask' }",
    about: 'Answered with a message task, where the address asks a question.',
  },
  { message: "{ type: 'getHeight' }", about: 'Answered with a message height.' },
  {
    message: "{ type: 'picture', format: 'svg', ground: 'shown', scale: 2 }",
    about:
      'Answered with a message picture. The format is svg or png; the ground is shown, light, dark or transparent; the scale is how many pixels of a PNG stand for one of the page, from 0.5 to 4. What is left out is as written here.',
  },
  { message: "{ type: 'reset' }", about: 'Back to the state of the address.' },
];

/** What a widget in a frame says. */
export const reports = [
  { message: "{ type: 'ready', widget }", about: 'Once, when it can be spoken to.' },
  {
    message: "{ type: 'state', state, outputs, notices }",
    about: 'The state as a query, every output by its key, and what could not be read of the last request.',
  },
  {
    message: "{ type: 'task', widget, solved, tries, hint, explanation, score }",
    about:
      'What the student makes of the task, at every change: whether it is solved, after how many tries, whether hint and explanation were looked at before, and the points from 0 to 1.',
  },
  {
    message: "{ type: 'picture', format, picture }",
    about:
      'The drawings of the present state: the text of an SVG with its fonts within, or an address data: that holds a PNG.',
  },
  {
    message: "{ type: 'refused', problem }",
    about:
      'To a message that cannot be read: which field is wrong, and what is expected. It changes nothing.',
  },
  {
    message: "{ type: 'height', height }",
    about:
      'At every change of height, in pixels. The forms that AMP and Canvas know are sent as well; the script embed/embed.js does what is needed in any other page.',
  },
];
