import { slashOpens } from './slash-key';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="slider"]'));

/** The button that opens the search, and the keys `/` and Ctrl or Cmd with K. What it needs is loaded when it opens. */
export function bindSearchButton(button: HTMLButtonElement): void {
  const open = async () => {
    const { openSearch } = await import('./search-dialog');
    openSearch();
  };
  button.addEventListener('click', () => void open());
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    const slash = key === '/' && !ctrlKey && !metaKey && !altKey && !isTyping(event.target) && slashOpens();
    const shortcut = key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey;
    if (!slash && !shortcut) return;
    event.preventDefault();
    void open();
  });
  button.hidden = false;
}
