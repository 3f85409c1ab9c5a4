import { PINNED } from '../embed/version';

/** One thing that a host can say, read or hear. */
export interface Entry {
  name: string;
  about: string;
}

export const ADDRESSES: readonly Entry[] = [
  { name: `${PINNED}element.js`, about: 'The element.' },
  { name: `${PINNED}embed.js`, about: 'The script that gives frames the height of their figures.' },
  { name: `${PINNED}anywidget.js`, about: 'The module for notebooks.' },
  {
    name: `${PINNED}pair/`,
    about: 'The frame of a widget, here of the pair. State and options follow as with embed/pair/.',
  },
];

export const ATTRIBUTES: readonly Entry[] = [
  { name: 'name', about: 'The widget. A name that there is not is answered with the nearest, in words.' },
  {
    name: 'query',
    about: 'State and options as in the address of a frame, without the question mark: m=2&lock=y&fit=1.',
  },
  {
    name: 'task',
    about:
      'The text of a question that the figure grades; its lines are those of an exercise. It says itself in which state ' +
      'it starts: what the query sets beside it plays no part in its answers.',
  },
];

export const METHODS: readonly Entry[] = [
  { name: 'getState()', about: 'The state as a query, without what has its default.' },
  { name: 'getChange()', about: 'The state as a query over the one of the attributes.' },
  {
    name: 'setState(query)',
    about: 'Sets the fields of a query over the present state. It is no try of the student’s.',
  },
  { name: 'reset()', about: 'Back to the state of the attributes.' },
  {
    name: 'getResult()',
    about: 'What the student has made of the task: { solved, tries, hint, explanation, score }.',
  },
  { name: 'getAttempt()', about: 'The same with the last answer, to be kept.' },
  { name: 'resume(attempt)', about: 'Goes on from an attempt that was kept.' },
  {
    name: 'getPicture({ format, ground, scale })',
    about:
      'A promise of the drawings in their present state: the text of an SVG, or with format png an address that holds a PNG.',
  },
];

export const EVENTS: readonly Entry[] = [
  {
    name: 'statechange',
    about:
      'At every change, and once at the beginning. Its detail is that of a message state: state, outputs, notices.',
  },
  {
    name: 'taskresult',
    about: 'When the result of the task changes. Its detail is that of a message task.',
  },
];

export const TRAITS: readonly Entry[] = [
  { name: 'widget', about: 'The name of the widget.' },
  { name: 'options', about: 'What an address holds beside the state: hide=toolbar&lock=m.' },
  { name: 'each parameter by its key', about: 'A text as in the address, in both directions.' },
  { name: 'outputs', about: 'Written by the figure: every output by its key, a number or a text.' },
  { name: 'task', about: 'The text of a question.' },
  {
    name: 'result',
    about:
      'Written by the figure: { solved, tries, hint, explanation, score, answer }. One that is there already is gone on from.',
  },
];

export const ERRORS: readonly Entry[] = [
  {
    name: 'A field of an address, a query or a trait that cannot be read',
    about:
      'Stands above the figure with its name, its value and what is allowed; in messages it is in notices. The figure keeps its own value.',
  },
  {
    name: 'A message that cannot be read',
    about:
      'Is answered with a message refused, which names the field, and noted in the console. It changes nothing.',
  },
  {
    name: 'A task that cannot be read',
    about: 'Is left out, and each line that is wrong is named above the figure.',
  },
  {
    name: 'A script that does not come',
    about: 'The element says that the widget could not be loaded, in its own place.',
  },
];

export const POLICIES: readonly Entry[] = [
  {
    name: 'A frame',
    about: 'frame-src with the address of the site. A sandbox needs allow-scripts, and nothing more.',
  },
  {
    name: 'The element',
    about:
      'script-src with the address of the site. No inline style need be allowed: where it is not, the styles are adopted.',
  },
  {
    name: 'A figure that trains or draws digits',
    about: 'connect-src and worker-src with the address of the site too, where it stands as an element.',
  },
];
