/** A statement as a record store gets it, as far as the rules here look at it. */
export interface ToldStatement {
  id: string;
  timestamp: string;
  actor: unknown;
  verb: { id: string };
  object: { id: string; definition?: Record<string, unknown> };
  result?: {
    score?: { scaled: number };
    success?: boolean;
    completion?: boolean;
    response?: string;
    duration?: string;
  };
  context: {
    registration?: string;
    extensions?: Record<string, unknown>;
    contextActivities?: Record<string, { id: string }[]>;
  };
}

const CMI5 = 'https://w3id.org/xapi/cmi5/context';
export const SESSION_ID = `${CMI5}/extensions/sessionid`;
const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const DURATION = /^PT\d+(\.\d{1,2})?S$/;
const TIMED = ['completed', 'passed', 'failed', 'terminated'];

export const verbOf = ({ verb }: ToldStatement) => verb.id.split('/').at(-1) ?? '';

/** What xAPI 1.0.3 forbids in a statement of somebody with an enrolment. */
function problemsOfForm(statement: ToldStatement): string[] {
  const { id, timestamp, result, context } = statement;
  const { scaled } = result?.score ?? { scaled: 0 };
  return [
    !UUID.test(id) && `id ${id}`,
    !UTC.test(timestamp) && `timestamp ${timestamp}`,
    !statement.verb.id.startsWith('http://adlnet.gov/expapi/verbs/') && `verb ${statement.verb.id}`,
    result?.duration !== undefined && !DURATION.test(result.duration) && `duration ${result.duration}`,
    !(scaled >= -1 && scaled <= 1) && `score ${scaled}`,
    context.registration === undefined && 'no registration',
    context.extensions?.[SESSION_ID] === undefined && 'no session',
  ].filter((problem) => problem !== false);
}

/** What cmi5 1.0 (sections 9.3 to 9.6) forbids in a statement about the unit that was opened. */
function problemsOfCmi5(statement: ToldStatement, activityId: string): string[] {
  const verb = verbOf(statement);
  const { result = {}, context } = statement;
  const categories = (context.contextActivities?.category ?? []).map(({ id }) => id);
  const isJudged = verb === 'passed' || verb === 'failed';
  const isMoving = isJudged || verb === 'completed';
  return [
    context.contextActivities?.grouping === undefined && 'the template is left out',
    verb === 'answered' && categories.length > 0 && 'an answer is not defined by cmi5',
    verb !== 'answered' && statement.object.id !== activityId && `object ${statement.object.id}`,
    verb !== 'answered' && !categories.includes(`${CMI5}/categories/cmi5`) && 'no category cmi5',
    categories.includes(`${CMI5}/categories/moveon`) !== isMoving && 'category moveon',
    TIMED.includes(verb) && result.duration === undefined && 'no duration',
    (result.score !== undefined) !== isJudged && 'score',
    verb !== 'answered' && (result.success !== undefined) !== isJudged && 'success',
    (result.completion === true) !== (verb === 'completed') && 'completion',
    isJudged && context.extensions?.[`${CMI5}/extensions/masteryscore`] !== 1 && 'no masteryscore',
  ].filter((problem) => problem !== false);
}

/** What is forbidden in the order of a session's statements. */
function problemsOfOrder(verbs: readonly string[]): string[] {
  const once = verbs.filter((verb) => verb !== 'answered');
  return [
    verbs[0] !== 'initialized' && 'initialized is not the first',
    verbs.includes('terminated') && verbs.at(-1) !== 'terminated' && 'terminated is not the last',
    new Set(once).size !== once.length && 'a verb comes twice',
    verbs.includes('passed') && verbs.includes('failed') && 'passed and failed',
  ].filter((problem) => problem !== false);
}

/** What is wrong with the statements of a student, in sentences; nothing where all is well. */
export function problemsOf(
  statements: readonly ToldStatement[],
  { activityId, isCmi5 }: { activityId: string; isCmi5: boolean },
): string[] {
  const sessionOf = ({ context }: ToldStatement) => String(context.extensions?.[SESSION_ID]);
  const orders = [...new Set(statements.map(sessionOf))].flatMap((session) => {
    const verbs = statements.filter((told) => sessionOf(told) === session).map(verbOf);
    return problemsOfOrder(verbs).map((problem) => `session ${session}: ${problem}`);
  });
  const times = statements.map(({ timestamp }) => timestamp);
  const repeated = ['completed', 'passed'].filter(
    (verb) => statements.filter((told) => verbOf(told) === verb).length > 1,
  );
  return [
    ...statements.flatMap((told) =>
      [...problemsOfForm(told), ...(isCmi5 ? problemsOfCmi5(told, activityId) : [])].map(
        (problem) => `${verbOf(told)}: ${problem}`,
      ),
    ),
    ...orders,
    ...repeated.map((verb) => `${verb} twice in an enrolment`),
    ...(times.join() === [...times].sort().join() ? [] : ['the times are not in order']),
  ];
}
