import { letterOf, type AnswerKind } from '../scorm/interaction';
import type { Asked } from '../scorm/package-name';

/** A question as reports about the students name it: an interaction of xAPI 1.0.3 (part two, section 2.4.4.1). */
export interface QuestionDefinition {
  type: 'http://adlnet.gov/expapi/activities/cmi.interaction';
  description: { en: string };
  interactionType: 'choice' | 'numeric' | 'other';
  choices?: { id: string; description: { en: string } }[];
}

/** The state of a figure is neither a list of steps nor a text to be typed. */
const TYPES = { reach: 'other', predict: 'numeric', choose: 'choice' } as const satisfies Record<
  AnswerKind,
  string
>;

export function questionDefinition({
  words,
  answers,
  choices,
}: Omit<Asked, 'costsPoints'>): QuestionDefinition {
  return {
    type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
    description: { en: words },
    interactionType: TYPES[answers],
    ...(answers === 'choose'
      ? { choices: choices.map((text, place) => ({ id: letterOf(place), description: { en: text } })) }
      : {}),
  };
}
