/** What the content type needs of H5P around it (H5P Core API 1.19), as its documentation and its source have it. */

/** A dispatcher of events, whose events named `xAPI` go on to `H5P.externalDispatcher`. */
export interface Runnable {
  trigger(event: string): void;
  setActivityStarted(): void;
  /** Sends an xAPI statement with a score. */
  triggerXAPIScored(
    score: number,
    maximum: number,
    verb: string,
    completion?: boolean,
    success?: boolean,
  ): void;
}

/** The element that a content is put into, in the wrapping of jQuery. */
export interface Container {
  get(index: number): HTMLElement | undefined;
}

/** What H5P gives beside the parameters. */
export interface Extras {
  previousState?: unknown;
}

export interface H5PHost {
  EventDispatcher: new () => Runnable;
  getLibraryPath(library: string): string;
}
