import { cdata } from './cdata';
import type { Question } from './question';
import { escaped, frameIn, notesOf, REACH, toHtml } from './question-text';

const NAMESPACE = 'http://www.imsglobal.org/xsd/ims_qtiasiv1p2';

/** What is said of a part, by its label. */
type Fields = Readonly<Record<string, string>>;

const metadata = (fields: Fields) => {
  const rows = Object.entries(fields).map(
    ([label, entry]) =>
      `<qtimetadatafield><fieldlabel>${label}</fieldlabel><fieldentry>${entry}</fieldentry></qtimetadatafield>`,
  );
  return `<qtimetadata>${rows.join('')}</qtimetadata>`;
};

const material = (html: string) =>
  `<material><mattext texttype="text/html">${cdata(html)}</mattext></material>`;

/** How an answer is given, and how it is marked. */
interface Parts {
  profile: 'cc.multiple_choice.v0p1' | 'cc.essay.v0p1';
  response: string;
  /** Nothing where somebody marks by hand. */
  processing: string;
  /** What is asked for beside the question. */
  wish: string;
}

const letter = (at: number) => String.fromCharCode('A'.charCodeAt(0) + at);

const OUTCOMES =
  '<outcomes><decvar varname="SCORE" vartype="Decimal" minvalue="0" maxvalue="100"/></outcomes>';

function partsOf({ task }: Question): Parts {
  const { aim } = task;
  if (aim.kind === 'choose') {
    const labels = aim.options.map(
      ({ text }, at) =>
        `            <response_label ident="${letter(at)}">${material(toHtml(text))}</response_label>`,
    );
    const right = letter(aim.options.findIndex((option) => option.right));
    return {
      profile: 'cc.multiple_choice.v0p1',
      response: `<response_lid ident="RESPONSE" rcardinality="Single">
          <render_choice>
${labels.join('\n')}
          </render_choice>
        </response_lid>`,
      processing: `
      <resprocessing>
        ${OUTCOMES}
        <respcondition continue="No">
          <conditionvar><varequal respident="RESPONSE">${right}</varequal></conditionvar>
          <setvar action="Set" varname="SCORE">100</setvar>
        </respcondition>
      </resprocessing>`,
      wish: '',
    };
  }
  return {
    profile: 'cc.essay.v0p1',
    response:
      '<response_str ident="RESPONSE" rcardinality="Single"><render_fib><response_label ident="ANSWER" rshuffle="No"/></render_fib></response_str>',
    processing: '',
    wish: aim.kind === 'reach' ? `<p>${escaped(REACH)}</p>` : '',
  };
}

/** What the one who marks by hand is told: a number, or how the figure is brought there. */
function solutionOf(question: Question): string {
  const { aim } = question.task;
  if (aim.kind === 'choose')
    return question.task.explanation ? `<p>${toHtml(question.task.explanation)}</p>` : '';
  const number = aim.kind === 'predict' ? `<p>${aim.value}, give or take ${aim.tolerance}.</p>` : '';
  return number + notesOf(question);
}

function itemOf(question: Question): string {
  const { id, title, task } = question;
  const { profile, response, processing, wish } = partsOf(question);
  const solution = solutionOf(question);
  const byHand: Fields = profile === 'cc.essay.v0p1' ? { qmd_computerscored: 'No' } : {};
  const feedback =
    solution === ''
      ? ''
      : `
      <itemfeedback ident="solution">
        <solution><solutionmaterial>${material(solution)}</solutionmaterial></solution>
      </itemfeedback>`;
  return `    <item ident="${id}" title="${escaped(title)}">
      <itemmetadata>${metadata({ cc_profile: profile, ...byHand })}</itemmetadata>
      <presentation>
        ${material(`<p>${toHtml(task.question)}</p>${frameIn(question)}${wish}`)}
        ${response}
      </presentation>${processing}${feedback}
    </item>`;
}

/**
 * Questions as an assessment in that part of QTI 1.2.1 which Common Cartridge 1.3 takes in (IMS 2013). It knows no numbers
 * with a tolerance: a number is written as a text, and marked by hand.
 */
export function qti12Assessment(id: string, title: string, questions: readonly Question[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<questestinterop xmlns="${NAMESPACE}">
  <assessment ident="${id}" title="${escaped(title)}">
    ${metadata({ cc_profile: 'cc.exam.v0p1', qmd_assessmenttype: 'Examination', qmd_scoretype: 'Percentage' })}
    <section ident="questions">
${questions.map(itemOf).join('\n')}
    </section>
  </assessment>
</questestinterop>
`;
}
