/** The name of a page's file without its ending; also its address. */
export function slugOf(filename: string): string {
  return filename.replace(/^.*[\\/]/, '').replace(/\.md$/, '');
}
