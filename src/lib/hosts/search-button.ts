/** Whether `/` opens the search: a single key can get in the way of those who steer by voice. */
const KEY = 'search-key';

export function slashOpens(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

export function setSlashOpens(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // Without storage the choice cannot be kept.
  }
}

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
  const link = button.parentElement?.querySelector<HTMLElement>('[data-without-search]');
  if (link) link.hidden = true;
  button.hidden = false;
}
