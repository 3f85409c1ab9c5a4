/** A place of the window, in pixels from its top left corner. */
export type Place = readonly [x: number, y: number];

/** Where a script runs: in the page, or in the first frame of it. */
export type Where = 'page' | 'frame';

/** The one tab of a browser, in the few words that the tests speak. */
export interface Tab {
  /** Opens an address and waits until it has loaded. Rejects when the browser cannot show it. */
  open(address: string): Promise<void>;
  /** Runs a function in the page, which knows nothing of what is around it here. */
  run<A, R>(work: (argument: A) => R, argument: A, where?: Where): Promise<Awaited<R>>;
  moveTo(place: Place): Promise<void>;
  mouseDown(): Promise<void>;
  mouseUp(): Promise<void>;
  /** Presses and lets go a key, such as `ArrowRight`, `Shift+ArrowRight` or `a`. */
  press(key: string): Promise<void>;
  /** Types characters. */
  type(text: string): Promise<void>;
  /** A PNG of what the window shows. */
  picture(): Promise<Uint8Array>;
  /** Ends the browser. */
  close(): Promise<void>;
}

export interface StartOptions {
  /** With a window of its own, and all that a screen reader would be told. */
  forScreenReaders?: boolean;
}

export const WINDOW = { width: 1280, height: 900 };
