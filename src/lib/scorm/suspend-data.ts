import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { AttemptRecord } from '../tasks/task';

/** The most characters that SCORM 1.2 takes in `cmi.suspend_data` (ADL 2001, section 3.4.4). */
export const MOST = 4096;

/** What a platform keeps of a student's work. */
export interface Work {
  /** The state of the widget, as a query. */
  state: string;
  /** What the student has made of the task, where there is one. */
  attempt?: AttemptRecord | undefined;
}

/** Marks an attempt; no query begins with it. */
const ATTEMPT = '#';
/** Marks a state that was made shorter. */
const SHORTER = '*';

/** A state as few characters of ASCII: as it is, or where that is long, compressed. */
function shorten(state: string, most: number): string {
  if (state.length <= most) return state;
  const bytes = deflateSync(strToU8(state), { level: 9 });
  return SHORTER + btoa(strFromU8(bytes, true));
}

function lengthen(text: string): string {
  if (!text.startsWith(SHORTER)) return text;
  return strFromU8(inflateSync(strToU8(atob(text.slice(1)), true)));
}

function attemptText({ solved, tries, hint, explanation, score, answer = '' }: AttemptRecord): string {
  const flags = [solved && 's', hint && 'h', explanation && 'e'].filter(Boolean).join('');
  const points = score === Number(solved) ? '' : `~${Number(score.toFixed(4))}`;
  return `${ATTEMPT}${flags}${tries}${points}:${encodeURIComponent(answer)}|`;
}

/**
 * The work as the text that a platform keeps, `m=2` or with an attempt at a task `#s3~0.75:0.25|m=2`: solved at the third
 * try, three quarters of the points, the last answer 0.25. Nothing where the state does not fit.
 * @param most the most characters that the platform takes
 */
export function writeWork({ state, attempt }: Work, most = MOST): string | undefined {
  const head = attempt ? attemptText(attempt) : '';
  const text = head + shorten(state, most - head.length);
  return text.length <= most ? text : undefined;
}

const WORK = /^#([she]*)(\d+)(?:~([\d.]+))?:([^|]*)\|/;

/** Reads what `writeWork` wrote; what cannot be read is left out. */
export function readWork(text: string): Work {
  const [head = '', flags = '', tries = '0', points, answer = ''] = WORK.exec(text) ?? [];
  try {
    const state = lengthen(text.slice(head.length));
    if (head === '') return { state };
    const has = (flag: string) => flags.includes(flag);
    const attempt: AttemptRecord = {
      solved: has('s'),
      tries: Number(tries),
      hint: has('h'),
      explanation: has('e'),
      score: Number(points ?? has('s')),
      answer: answer === '' ? undefined : decodeURIComponent(answer),
    };
    return { state, attempt };
  } catch {
    return { state: '' };
  }
}
