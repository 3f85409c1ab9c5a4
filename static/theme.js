// Sets the reader's choice of light or dark before the page is drawn; without one the system decides.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Some frames have no storage.
}
