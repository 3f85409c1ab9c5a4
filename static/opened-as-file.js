// In the archive of the site only: a page that is opened from a folder, and not from a web server. Browsers let such a page
// run no modules, so its figures stand still, and its links lead to folders.
if (location.protocol === 'file:') {
  document.addEventListener('DOMContentLoaded', () => {
    for (const link of document.querySelectorAll('a[href]')) {
      const address = new URL(link.href);
      if (address.protocol !== 'file:' || !address.pathname.endsWith('/')) continue;
      address.pathname += 'index.html';
      link.href = address.href;
    }
    const note = document.createElement('p');
    note.className = 'cl-opened-as-file';
    note.textContent =
      'Opened as a file, this page can be read, but its figures do not move and its search is closed: run ' +
      '“python3 -m http.server” in the unpacked folder and open http://localhost:8000 instead.';
    document.body.prepend(note);
  });
}
