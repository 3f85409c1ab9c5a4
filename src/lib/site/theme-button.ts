import { store, stored } from '../browser/storage';

type Theme = 'system' | 'light' | 'dark';

/** In this order, so that the first press is seen. */
const THEMES = {
  onLight: ['system', 'dark', 'light'],
  onDark: ['system', 'light', 'dark'],
} as const satisfies Record<string, readonly Theme[]>;

const KEY = 'theme';

/** A button that goes through the system's theme, the other of light and dark, and the same as a choice of one's own. */
export function bindThemeButton(button: HTMLButtonElement): void {
  let theme: Theme = THEMES.onLight.find((theme) => theme === stored(KEY)) ?? 'system';
  const show = () => {
    button.ariaLabel = button.title = `Theme: ${theme}`;
    button.dataset.themeButton = theme;
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  };
  button.addEventListener('click', () => {
    const themes = matchMedia('(prefers-color-scheme: dark)').matches ? THEMES.onDark : THEMES.onLight;
    theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
    store(KEY, theme === 'system' ? null : theme);
    show();
  });
  show();
  button.hidden = false;
}
