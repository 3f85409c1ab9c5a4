type HostScript = import('./routes/host-script').HostScript;

declare namespace App {
  interface PageData {
    title: string;
    description: string;
    /** The scripts that bring pages to life, by host. */
    scripts?: Record<'page' | 'teach' | 'worksheet', HostScript> & { embed: HostScript | undefined };
    /** Where the site is mounted, on the one page whose own address is not known. */
    root?: string;
    /** The widget whose picture stands for the page elsewhere. */
    card?: string;
    /** The widget that the page is about, or is. */
    widget?: string;
    /** Where the page is wider than a line of text: by figures beside it, its contents at the left, or as a whole. */
    width?: readonly ('scenes' | 'contents' | 'wide' | 'widest')[];
  }
}

declare module '*.md' {
  const component: import('svelte').Component;
  export default component;
  export const metadata: import('./lib/content/page').PageData;
}
