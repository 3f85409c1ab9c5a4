import type { Platform } from './platform';

/** The platform as SCORM 2004 has it, an object `API_1484_11` (IEEE 1484.11.2). */
export interface Platform2004 {
  Initialize(nothing: ''): string;
  GetValue(element: string): string;
  SetValue(element: string, value: string): string;
  Commit(nothing: ''): string;
  Terminate(nothing: ''): string;
}

/** Elements that have another name. */
const NAMES: Record<string, string> = {
  'cmi.core.exit': 'cmi.exit',
  'cmi.core.session_time': 'cmi.session_time',
  'cmi.core.score.min': 'cmi.score.min',
  'cmi.core.score.max': 'cmi.score.max',
};

const INTERACTION = /^(cmi\.interactions\.\d+)\.(.+)$/;

/** A time as SCORM 1.2 writes it, `0001:02:03.45`, as ISO 8601 does: `PT1H2M3.45S`. */
export function isoTimespan(timespan: string): string {
  const [hours = 0, minutes = 0, seconds = 0] = timespan.split(':').map(Number);
  return `PT${hours}H${minutes}M${seconds}S`;
}

/** What an element of SCORM 1.2 and its value come to in SCORM 2004, which tells being done from being right. */
function translate(element: string, value: string): [string, string][] {
  if (element === 'cmi.core.lesson_status') {
    if (value === 'incomplete') return [['cmi.completion_status', 'incomplete']];
    const done: [string, string] = ['cmi.completion_status', 'completed'];
    return value === 'passed' ? [done, ['cmi.success_status', 'passed']] : [done];
  }
  if (element === 'cmi.core.score.raw')
    return [
      ['cmi.score.raw', value],
      ['cmi.score.scaled', String(Number(value) / 100)],
    ];
  const [, at = '', field = ''] = INTERACTION.exec(element) ?? [];
  if (field === 'student_response') return [[`${at}.learner_response`, value]];
  if (field === 'result') return [[element, value === 'wrong' ? 'incorrect' : value]];
  if (field === 'latency') return [[element, isoTimespan(value)]];
  // The state of a figure is no list of steps, which a performance is here.
  if (field === 'type') return [[element, value === 'performance' ? 'other' : value]];
  return [[NAMES[element] ?? element, element === 'cmi.core.session_time' ? isoTimespan(value) : value]];
}

/** A platform of SCORM 2004, spoken to as one of SCORM 1.2. */
export class Adapter2004 implements Platform {
  #api: Platform2004;

  constructor(api: Platform2004) {
    this.#api = api;
  }

  LMSInitialize(): string {
    return this.#api.Initialize('');
  }

  LMSGetValue(element: string): string {
    if (element !== 'cmi.core.lesson_status') return this.#api.GetValue(NAMES[element] ?? element);
    if (this.#api.GetValue('cmi.success_status') === 'passed') return 'passed';
    return this.#api.GetValue('cmi.completion_status');
  }

  LMSSetValue(element: string, value: string): string {
    const answers = translate(element, value).map(([name, text]) => this.#api.SetValue(name, text));
    return answers.every((answer) => String(answer) !== 'false') ? 'true' : 'false';
  }

  LMSCommit(): string {
    return this.#api.Commit('');
  }

  LMSFinish(): string {
    return this.#api.Terminate('');
  }
}
