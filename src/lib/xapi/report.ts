import type { CourseReport, Told } from '../scorm/course-report';
import { responseOf } from '../scorm/interaction';
import { Progress, type Answer, type CourseWidget, type Question } from '../scorm/progress';
import { Saver } from '../scorm/saver';
import { writeWork } from '../scorm/suspend-data';
import { readKept, type Kept } from './kept';
import type { Launch } from './launch';
import type { QuestionDefinition } from './question-definition';
import { authorize, Expired, openSession, type Session } from './session';
import { duration, happening, statementOf, type Happening, type Result, type Verb } from './statement';

/** The document in which the student’s work is kept. */
export const WORK = 'contrastive-loss-by-hand.work';

/** What is told of somebody who only looks. */
const ALWAYS: readonly Verb[] = ['initialized', 'terminated'];

/** What a report is about. */
export interface Subject {
  title: string;
  question: (Question & { definition: QuestionDefinition }) | undefined;
}

/**
 * Tells a learning record store how a student fares, by cmi5 or plain xAPI: statements of the opening, of each answer, of
 * what was reached and of the leaving, and the work to go on from as a document of state. What the store has not taken is
 * sent again under the same id, so that a failure neither loses nor doubles anything.
 */
export class XapiReport implements CourseReport {
  #launch: Launch;
  #subject: Subject;
  #tell: (told: Told) => void;
  #offerReturn: (address: string) => void;
  #progress: Progress;
  #saver: Saver;
  /** The session, once the work of earlier ones was read too. */
  #session: Session | undefined;
  /** What is there of it already: a step that succeeded is not taken again. */
  #opening: Session | undefined;
  #authorization: string | undefined;
  #reason: string | undefined;
  #isOpen = true;
  /** What the store has not yet taken, in its order. */
  #untold: Happening[] = [];
  /** What is told once in an enrolment, and has been. */
  #told = new Set<Verb>();
  /** The last answer by a figure: it is told when it is right, or when the student leaves. */
  #last: Answer | undefined;
  /** Whether a wrong answer was given in this session. */
  #hasErred = false;

  /** @param offerReturn is told where the student goes on leaving, where the platform has a wish */
  constructor(
    launch: Launch,
    subject: Subject,
    widget: CourseWidget,
    tell: (told: Told) => void,
    offerReturn: (address: string) => void,
  ) {
    this.#launch = launch;
    this.#subject = subject;
    this.#tell = tell;
    this.#offerReturn = offerReturn;
    this.#progress = new Progress(widget, subject.question, (answer) => this.#note(answer));
    this.#saver = new Saver(
      () => this.#save(),
      () => this.#say(),
    );
  }

  begin(): void {
    this.#progress.look();
    this.#untold.push(happening('initialized'));
    this.#saver.begin();
  }

  get isFailing(): boolean {
    return this.#saver.state === 'failing';
  }

  changed(): void {
    const change = this.#progress.follow();
    if (change === 'nothing') return;
    this.#reach();
    if (change === 'pass') this.#saver.now();
    else this.#saver.change();
  }

  flush(): void {
    if (this.#isOpen) this.#saver.flush();
  }

  finish(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#saver.stop();
    // Without a session there is nobody to tell.
    if (!this.#session) return;
    if (this.#last) this.#answer(this.#last);
    if (this.#hasErred && this.#progress.status !== 'passed')
      this.#happen('failed', { score: { scaled: this.#progress.score }, success: false });
    this.#happen('terminated');
    // The page is about to go: both are sent at once, and what was told is taken for heard.
    const statements = this.#statements(this.#session);
    this.#markTold(this.#untold);
    const { store } = this.#session;
    void Promise.allSettled([store.send(statements), this.#keep(this.#session)]);
  }

  #note(answer: Answer): void {
    if (this.#subject.question?.kind !== 'reach') {
      this.#hasErred ||= !answer.record.solved;
      this.#answer(answer);
    } else if (answer.record.solved) this.#answer(answer);
    else this.#last = answer;
  }

  #answer({ record, state, latency }: Answer): void {
    const { question } = this.#subject;
    if (!question) return;
    this.#last = undefined;
    const response = responseOf(question.kind, record.answer ?? '', state);
    this.#untold.push(
      happening('answered', { success: record.solved, response, duration: duration(latency) }),
    );
  }

  /** Notes something about the whole package, with the time since it was opened. */
  #happen(verb: Verb, result: Result = {}): void {
    const spent = duration(Date.now() - this.#progress.started);
    this.#untold.push(happening(verb, { ...result, duration: spent }));
  }

  /** Notes what the student has reached, each once. */
  #reach(): void {
    const { status } = this.#progress;
    const isNew = (verb: Verb) =>
      !this.#told.has(verb) && !this.#untold.some((waiting) => waiting.verb === verb);
    if (status !== 'incomplete' && isNew('completed')) this.#happen('completed', { completion: true });
    if (status === 'passed' && isNew('passed'))
      this.#happen('passed', { score: { scaled: this.#progress.score }, success: true });
  }

  async #open(): Promise<Session> {
    this.#authorization ??= await authorize(this.#launch);
    this.#opening ??= await openSession(this.#launch, this.#authorization);
    const session = this.#opening;
    const { work, completed, passed } = readKept(await session.store.readState(WORK));
    if (completed) this.#told.add('completed');
    if (passed) this.#told.add('passed');
    this.#untold = this.#untold.filter(({ verb }) => !this.#told.has(verb));
    this.#progress.goOn(work, passed ? 'passed' : completed ? 'completed' : 'incomplete');
    // Something may have been reached in a session whose end nobody heard.
    if (this.#progress.attempt?.solved) this.#progress.status = 'passed';
    this.#reach();
    if (session.returnAddress !== undefined) this.#offerReturn(session.returnAddress);
    return session;
  }

  async #save(): Promise<boolean> {
    if (this.#reason !== undefined) return false;
    try {
      this.#session ??= await this.#open();
    } catch (error) {
      if (error instanceof Expired) this.#reason = error.message;
      throw error;
    }
    const sent = [...this.#untold];
    await this.#session.store.send(this.#statements(this.#session));
    this.#markTold(sent);
    this.#untold = this.#untold.filter((waiting) => !sent.includes(waiting));
    await this.#keep(this.#session);
    return true;
  }

  #statements({ context, masteryScore, isRecorded }: Session) {
    const { actor, activityId, access } = this.#launch;
    const { title, question } = this.#subject;
    const isCmi5 = access.kind === 'cmi5';
    const telling = {
      actor,
      activityId,
      title,
      question: question?.definition,
      context,
      masteryScore,
      isCmi5,
    };
    return this.#untold
      .filter(({ verb }) => isRecorded || ALWAYS.includes(verb))
      .map((waiting) => statementOf(waiting, telling));
  }

  #markTold(happenings: readonly Happening[]): void {
    for (const { verb } of happenings) this.#told.add(verb);
  }

  async #keep({ store, isRecorded }: Session): Promise<void> {
    if (!isRecorded) return;
    const { state, attempt } = this.#progress;
    const kept: Kept = {
      work: writeWork({ state, attempt }, Infinity) ?? '',
      completed: this.#told.has('completed'),
      passed: this.#told.has('passed'),
    };
    await store.writeState(WORK, kept);
  }

  #say(): void {
    this.#tell({ saved: this.#saver.state, isTooLong: false, reason: this.#reason });
  }
}
