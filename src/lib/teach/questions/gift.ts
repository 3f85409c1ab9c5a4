import type { Question } from './question';
import { escaped, REACH, toHtml } from './question-text';

/** A text in which no sign means anything to GIFT; an empty line would end the question. */
const plain = (text: string) => text.replace(/[~=#{}:\\]/g, '\\$&').replace(/\s*\n\s*/g, ' ');

function answersOf({ task }: Question): string {
  const { aim, explanation } = task;
  const feedback = explanation === undefined ? '' : `####${plain(toHtml(explanation))}`;
  if (aim.kind === 'choose') {
    const options = aim.options.map(({ text, right }) => `  ${right ? '=' : '~'}${plain(toHtml(text))}`);
    return ['{', ...options, ...(feedback ? [`  ${feedback}`] : []), '}'].join('\n');
  }
  return aim.kind === 'predict' ? `{#${aim.value}:${aim.tolerance}${feedback}}` : `{${feedback}}`;
}

function questionGift(question: Question): string {
  const { title, task, figure } = question;
  const link = `<p><a href="${escaped(figure)}" target="_blank">Open the figure</a></p>`;
  const last = task.aim.kind === 'reach' ? `<p>${escaped(REACH)}</p>` : '';
  const text = plain(`<p>${toHtml(task.question)}</p>${link}${last}`);
  return `::${plain(title)}::[html]${text}${answersOf(question)}`;
}

/** Questions as GIFT (docs.moodle.org, “GIFT format”), which carries no frame: a link leads to the figure. */
export function giftOf(questions: readonly Question[]): string {
  const categories = [...new Set(questions.map(({ category }) => category))];
  const blocks = categories.flatMap((category) => [
    `$CATEGORY: $course$/top/Contrastive Loss by Hand/${category.replaceAll('/', '//')}`,
    ...questions.filter((question) => question.category === category).map(questionGift),
  ]);
  return `${blocks.join('\n\n')}\n`;
}
