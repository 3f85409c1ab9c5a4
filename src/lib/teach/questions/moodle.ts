import { cdata } from './cdata';
import type { Question } from './question';
import { escaped, frameIn, notesOf, REACH, toHtml } from './question-text';

const html = (tag: string, content: string) =>
  `    <${tag} format="html"><text>${cdata(content)}</text></${tag}>`;

/** An answer with its share of the marks, and what goes with it. */
const answer = (fraction: number, text: string, format: string, more = '') =>
  `    <answer fraction="${fraction}" format="${format}"><text>${text}</text>${more}</answer>`;

function bodyOf(question: Question): { type: string; lines: string[] } {
  const { aim } = question.task;
  if (aim.kind === 'choose') {
    const options = aim.options.map(({ text, right }) =>
      answer(right ? 100 : 0, cdata(toHtml(text)), 'html'),
    );
    return {
      type: 'multichoice',
      lines: [
        '    <single>true</single>',
        '    <shuffleanswers>true</shuffleanswers>',
        '    <answernumbering>abc</answernumbering>',
        ...options,
      ],
    };
  }
  if (aim.kind === 'predict') {
    const tolerance = `<tolerance>${aim.tolerance}</tolerance>`;
    return { type: 'numerical', lines: [answer(100, String(aim.value), 'moodle_auto_format', tolerance)] };
  }
  return {
    type: 'essay',
    lines: [
      '    <responseformat>editor</responseformat>',
      '    <responserequired>1</responserequired>',
      '    <responsefieldlines>5</responsefieldlines>',
      html('graderinfo', notesOf(question)),
    ],
  };
}

function questionXml(question: Question): string {
  const { title, task } = question;
  const { type, lines } = bodyOf(question);
  const last = type === 'essay' ? `<p>${escaped(REACH)}</p>` : '';
  return [
    `  <question type="${type}">`,
    `    <name><text>${escaped(title)}</text></name>`,
    html('questiontext', `<p>${toHtml(task.question)}</p>${frameIn(question)}${last}`),
    html('generalfeedback', task.explanation === undefined ? '' : `<p>${toHtml(task.explanation)}</p>`),
    `    <defaultgrade>1</defaultgrade>`,
    ...lines,
    ...(task.hint === undefined ? [] : [html('hint', `<p>${toHtml(task.hint)}</p>`)]),
    '  </question>',
  ].join('\n');
}

/** Questions as Moodle XML, filed by category (docs.moodle.org, “Moodle XML format”). */
export function moodleXml(questions: readonly Question[]): string {
  const categories = [...new Set(questions.map(({ category }) => category))];
  const parts = categories.flatMap((category) => [
    // A slash would open another category below.
    `  <question type="category"><category><text>$course$/top/Contrastive Loss by Hand/${escaped(category.replaceAll('/', '//'))}</text></category></question>`,
    ...questions.filter((question) => question.category === category).map(questionXml),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${parts.join('\n')}\n</quiz>\n`;
}
