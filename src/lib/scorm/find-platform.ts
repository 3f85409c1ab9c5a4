import type { Platform } from './platform';
import { Adapter2004, type Platform2004 } from './platform-2004';

/** Windows around a course that are asked; more means that something is wrong. */
const MOST = 10;

/** Editions of SCORM that a package can be of. */
export type Edition = '1.2' | '2004';

/** The platform of an edition in a window. */
function platformIn(at: Window, edition: Edition): Platform | undefined {
  const { API, API_1484_11 } = at as Window & { API?: Platform; API_1484_11?: Platform2004 };
  if (edition === '1.2') return API;
  return API_1484_11 && new Adapter2004(API_1484_11);
}

function platformAround(start: Window, edition: Edition): Platform | undefined {
  let at = start;
  for (let i = 0; i < MOST; i++) {
    try {
      const platform = platformIn(at, edition);
      if (platform) return platform;
    } catch {
      // A window of another origin tells nothing; one around it may.
    }
    if (at.parent === at) return undefined;
    at = at.parent;
  }
  return undefined;
}

/** The platform that opened a course: in a window around it, or around the window that opened it. */
export function findPlatform(start: Window, edition: Edition): Platform | undefined {
  const { opener } = start.top ?? start;
  return platformAround(start, edition) ?? (opener ? platformAround(opener as Window, edition) : undefined);
}
