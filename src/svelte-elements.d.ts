import 'svelte/elements';

declare module 'svelte/elements' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- as it is declared there
  interface SVGAttributes<T> {
    /** Translators heed it on every element, though HTML alone defines it. */
    translate?: 'yes' | 'no' | undefined;
  }
}
