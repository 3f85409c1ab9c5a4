/** What reads things of one kind, and keeps one of them in the browser. */
export interface SavedItemStore<T> {
  /** @throws Error saying why the text is refused */
  read(text: string): T;
  isKept(): boolean;
  /** @throws Error saying why there is none */
  kept(): T;
}

/** Opens something of the reader's own, from a file or as the browser keeps it. What came of it is said, never thrown. */
export class SavedItemLoader<T> {
  /** What came of the last thing done, for the reader. */
  said = $state('');
  /** Whether the browser keeps one, as far as was looked. */
  isKept = $state(false);

  readonly #keeper: () => Promise<SavedItemStore<T>>;
  readonly #take: (opened: T, from: 'file' | 'browser') => string | Promise<string>;

  /**
   * @param keeper loads what reads, when the reader first asks for it
   * @param take puts what was opened to use, and says what came of it
   */
  constructor(
    keeper: () => Promise<SavedItemStore<T>>,
    take: (opened: T, from: 'file' | 'browser') => string | Promise<string>,
  ) {
    this.#keeper = keeper;
    this.#take = take;
  }

  look = async (): Promise<void> => {
    try {
      this.isKept = (await this.#keeper()).isKept();
    } catch {
      // What reads could not be loaded, and is said to be missing as soon as it is needed.
      this.isKept = false;
    }
  };

  openFile = (file: File): Promise<void> =>
    this.saying(async () => {
      const { read } = await this.#keeper();
      return this.#take(read(await file.text()), 'file');
    });

  openKept = (): Promise<void> =>
    this.saying(async () => {
      const { kept } = await this.#keeper();
      return this.#take(kept(), 'browser');
    });

  /** Does something and says what came of it, or why it was not done. */
  async saying(work: () => Promise<string>): Promise<void> {
    try {
      this.said = await work();
    } catch (error) {
      this.said = error instanceof Error ? error.message : String(error);
    }
    await this.look();
  }
}
