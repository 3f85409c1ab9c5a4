/** The learning platform as SCORM 1.2 has it, an object `API` in a window around the course (ADL 2001, section 3.3). */
export interface Platform {
  LMSInitialize(nothing: ''): string;
  LMSGetValue(element: string): string;
  LMSSetValue(element: string, value: string): string;
  LMSCommit(nothing: ''): string;
  LMSFinish(nothing: ''): string;
}
