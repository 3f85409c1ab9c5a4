import { store, stored } from '../browser/storage';

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

const KEY = 'theme';

/** A button that goes through the system's theme, light and dark. */
export function bindThemeButton(button: HTMLButtonElement): void {
  let theme: Theme = THEMES.find((theme) => theme === stored(KEY)) ?? 'system';
  const show = () => {
    button.ariaLabel = button.title = `Theme: ${theme}`;
    button.dataset.themeButton = theme;
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  };
  button.addEventListener('click', () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
    store(KEY, theme === 'system' ? null : theme);
    show();
  });
  show();
  button.hidden = false;
}
