/** The learning platform as SCORM 1.2 has it, an object `API` in a window around the course (ADL 2001, section 3.3). */
export interface Platform {
  LMSInitialize(nothing: ''): string;
  LMSGetValue(element: string): string;
  LMSSetValue(element: string, value: string): string;
  LMSCommit(nothing: ''): string;
  LMSFinish(nothing: ''): string;
}

/** Windows around a course that are asked; more means that something is wrong. */
const MOST = 10;

function platformAround(start: Window): Platform | undefined {
  let at = start;
  for (let i = 0; i < MOST; i++) {
    try {
      const { API } = at as Window & { API?: Platform };
      if (API) return API;
    } catch {
      // A window of another origin tells nothing; one around it may.
    }
    if (at.parent === at) return undefined;
    at = at.parent;
  }
  return undefined;
}

/** The platform that opened a course: in a window around it, or around the window that opened it. */
export function findPlatform(start: Window): Platform | undefined {
  const { opener } = start.top ?? start;
  return platformAround(start) ?? (opener ? platformAround(opener as Window) : undefined);
}
