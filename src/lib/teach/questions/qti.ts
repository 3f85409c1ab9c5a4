import type { Question } from './question';
import { escaped, FRAME_HEIGHT, notesOf, REACH, toHtml } from './question-text';

const NAMESPACE = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';
const MATCH = 'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml';

/** How a kind of answer is declared, given and marked. */
interface Parts {
  base: 'identifier' | 'float' | 'string';
  correct: string | undefined;
  interaction: string;
  processing: string;
}

const letter = (at: number) => String.fromCharCode('A'.charCodeAt(0) + at);

function partsOf({ task }: Question): Parts {
  const { aim } = task;
  if (aim.kind === 'choose') {
    const choices = aim.options.map(
      ({ text }, at) =>
        `      <qti-simple-choice identifier="${letter(at)}">${toHtml(text)}</qti-simple-choice>`,
    );
    return {
      base: 'identifier',
      correct: letter(aim.options.findIndex(({ right }) => right)),
      interaction: `    <qti-choice-interaction response-identifier="RESPONSE" shuffle="true" max-choices="1">\n${choices.join('\n')}\n    </qti-choice-interaction>`,
      processing: `  <qti-response-processing template="${MATCH}"/>`,
    };
  }
  if (aim.kind === 'predict') {
    const { value, tolerance } = aim;
    return {
      base: 'float',
      correct: String(value),
      interaction:
        '    <p><qti-text-entry-interaction response-identifier="RESPONSE" expected-length="10"/></p>',
      processing: `  <qti-response-processing>
    <qti-response-condition>
      <qti-response-if>
        <qti-equal tolerance-mode="absolute" tolerance="${tolerance} ${tolerance}">
          <qti-variable identifier="RESPONSE"/>
          <qti-correct identifier="RESPONSE"/>
        </qti-equal>
        <qti-set-outcome-value identifier="SCORE">
          <qti-base-value base-type="float">1</qti-base-value>
        </qti-set-outcome-value>
      </qti-response-if>
    </qti-response-condition>
  </qti-response-processing>`,
    };
  }
  return {
    base: 'string',
    correct: undefined,
    interaction: `    <qti-extended-text-interaction response-identifier="RESPONSE" expected-lines="4">\n      <qti-prompt>${escaped(REACH)}</qti-prompt>\n    </qti-extended-text-interaction>`,
    processing: '',
  };
}

/** One question as an item of QTI 3.0 (1EdTech 2022, Assessment, Section and Item). */
export function qtiItem(question: Question): string {
  const { id, title, task, figure } = question;
  const { base, correct, interaction, processing } = partsOf(question);
  const address = escaped(figure.replace(/\bv=1$/, 'fit=1&v=1'));
  const notes = notesOf(question);
  return `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="${NAMESPACE}" identifier="${id}" title="${escaped(title)}" adaptive="false" time-dependent="false" xml:lang="en">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="${base}">${
    correct === undefined
      ? ''
      : `\n    <qti-correct-response><qti-value>${correct}</qti-value></qti-correct-response>\n  `
  }</qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"${correct === undefined ? ' external-scored="human"' : ''} normal-maximum="1">
    <qti-default-value><qti-value>0</qti-value></qti-default-value>
  </qti-outcome-declaration>
  <qti-item-body>
    <p>${toHtml(task.question)}</p>
    <object data="${address}" type="text/html" width="960" height="${FRAME_HEIGHT}"><a href="${escaped(figure)}">Open the figure</a></object>
${interaction}${
    notes === ''
      ? ''
      : `\n    <qti-rubric-block view="scorer tutor" use="scoring">\n      <qti-content-body>${notes}</qti-content-body>\n    </qti-rubric-block>`
  }
  </qti-item-body>${processing && `\n${processing}`}
</qti-assessment-item>
`;
}

const fileOf = ({ id }: Question) => `items/${id}.xml`;

/** The files of a QTI 3.0 package: a manifest, and each question as an item. */
export function qtiPackage(questions: readonly Question[]): Record<string, string> {
  const resources = questions.map(
    (
      question,
    ) => `    <resource identifier="${question.id}" type="imsqti_item_xmlv3p0" href="${fileOf(question)}">
      <file href="${fileOf(question)}"/>
    </resource>`,
  );
  return {
    'imsmanifest.xml': `<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="contrastive-loss-by-hand">
  <metadata>
    <schema>QTI Package</schema>
    <schemaversion>3.0.0</schemaversion>
  </metadata>
  <organizations/>
  <resources>
${resources.join('\n')}
  </resources>
</manifest>
`,
    ...Object.fromEntries(questions.map((question) => [fileOf(question), qtiItem(question)])),
  };
}
