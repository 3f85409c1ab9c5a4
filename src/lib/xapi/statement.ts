import type { Actor } from './actor';
import type { QuestionDefinition } from './question-definition';
import { uuid } from './uuid';

/** The id under which a statement carries the session. */
export const SESSION_ID = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
const MASTERY_SCORE = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';
const CATEGORIES = 'https://w3id.org/xapi/cmi5/context/categories';
const VERBS = 'http://adlnet.gov/expapi/verbs';

export type Verb = 'initialized' | 'answered' | 'completed' | 'passed' | 'failed' | 'terminated';

/** What came of something. */
export interface Result {
  score?: { scaled: number };
  success?: boolean;
  completion?: boolean;
  response?: string;
  /** As ISO 8601 has it. */
  duration?: string;
}

/** Something that happened, to be told once. */
export interface Happening {
  id: string;
  /** In UTC, as ISO 8601 has it. */
  timestamp: string;
  verb: Verb;
  result?: Result;
}

interface Activity {
  id: string;
  definition?: unknown;
}

/** What surrounds a statement. */
export interface Context {
  registration?: string;
  contextActivities?: Readonly<Record<string, readonly Activity[] | Activity>>;
  extensions?: Readonly<Record<string, unknown>>;
}

/** What is told to a record store (xAPI 1.0.3, part two). */
export interface Statement extends Omit<Happening, 'verb'> {
  actor: Actor;
  verb: { id: string; display: { en: string } };
  object: Activity & { objectType: 'Activity' };
  context: Context;
}

/** What the statements of a session have in common. */
export interface Telling {
  actor: Actor;
  activityId: string;
  title: string;
  /** What the package asks, where it asks. */
  question: QuestionDefinition | undefined;
  context: Context;
  masteryScore: number | undefined;
  isCmi5: boolean;
}

/** A time as ISO 8601 has it, to hundredths of a second: `PT3.21S`. */
export const duration = (milliseconds: number) => `PT${Math.max(0, Math.round(milliseconds / 10)) / 100}S`;

export const happening = (verb: Verb, result?: Result): Happening => ({
  id: uuid(),
  timestamp: new Date().toISOString(),
  verb,
  ...(result ? { result } : {}),
});

/** Activities and extensions beside those of a context, which stay. */
function extend(context: Context, activities: Record<string, Activity[]>, extensions: object): Context {
  const merged: Record<string, readonly Activity[] | Activity> = { ...context.contextActivities };
  for (const [kind, more] of Object.entries(activities)) merged[kind] = [merged[kind] ?? [], more].flat(2);
  return {
    ...context,
    ...(Object.keys(merged).length > 0 ? { contextActivities: merged } : {}),
    extensions: { ...extensions, ...context.extensions },
  };
}

/** What cmi5 asks of the statements that it defines itself (cmi5 1.0, sections 9.6.2 and 9.6.3). */
function cmi5Context(verb: Verb, { context, masteryScore }: Telling): Context {
  const isJudged = verb === 'passed' || verb === 'failed';
  const category = [
    { id: `${CATEGORIES}/cmi5` },
    ...(isJudged || verb === 'completed' ? [{ id: `${CATEGORIES}/moveon` }] : []),
  ];
  const extensions = isJudged && masteryScore !== undefined ? { [MASTERY_SCORE]: masteryScore } : {};
  return extend(context, { category }, extensions);
}

/** What happened, as a statement: an answer is one about the question, all else about the package. */
export function statementOf({ verb, ...rest }: Happening, telling: Telling): Statement {
  const { actor, activityId, title, question, context, isCmi5 } = telling;
  const isAnswer = verb === 'answered';
  const whole = { type: 'http://adlnet.gov/expapi/activities/lesson', name: { en: title } };
  const parent = { parent: [{ id: activityId }] };
  return {
    ...rest,
    actor,
    verb: { id: `${VERBS}/${verb}`, display: { en: verb } },
    object: isAnswer
      ? { objectType: 'Activity', id: `${activityId}/question`, definition: question }
      : { objectType: 'Activity', id: activityId, definition: whole },
    context: isAnswer ? extend(context, parent, {}) : isCmi5 ? cmi5Context(verb, telling) : context,
  };
}
