import type { Told } from './course-report';

const FAILING =
  'Not saved: the learning platform does not answer. Your work is still here, and saving is tried again by itself. Keep this page open.';
const TOO_LONG =
  'This state is too long for the learning platform to keep: when you come back, the figure will be in the last state that was short enough.';

/** What the student is told of saving; nothing where all goes well. */
export function saveNotice({ saved, isTooLong, reason = FAILING }: Told): string {
  return [saved === 'failing' && reason, isTooLong && TOO_LONG].filter(Boolean).join(' ');
}
