/** The list of choices that a page came with: the words of each, for the fields that take its place. */
export function takeChoices(element: HTMLElement) {
  const list = element.querySelector('.cl-choices');
  if (!list) return undefined;
  const words = [...list.querySelectorAll('li')].map((item) => [...item.childNodes]);
  return {
    wordsOf: (option: number): Node[] => words[option] ?? [],
    remove: () => list.remove(),
  };
}
