const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

const KEY = 'theme';

function stored(): Theme {
  try {
    return THEMES.find((theme) => theme === localStorage.getItem(KEY)) ?? 'system';
  } catch {
    // Some frames have no storage: the choice lasts as long as the page.
    return 'system';
  }
}

function store(theme: Theme) {
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // As above.
  }
}

/** A button that goes through the system's theme, light and dark. */
export function bindThemeButton(button: HTMLButtonElement): void {
  let theme = stored();
  const show = () => {
    button.textContent = `Theme: ${theme}`;
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  };
  button.addEventListener('click', () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
    store(theme);
    show();
  });
  show();
  button.hidden = false;
}
