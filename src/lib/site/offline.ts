import { inSite, siteRoot } from './site-root';

/**
 * Installs the worker that keeps pages for reading offline, once the page itself has loaded. Where there is none to be
 * had, as in a sandboxed frame, the page works as it is.
 */
export function keepForOffline(): void {
  const install = async () => {
    try {
      await navigator.serviceWorker.register(inSite('service-worker.js'), { scope: siteRoot().pathname });
    } catch {
      // As above.
    }
  };
  if (document.readyState === 'complete') void install();
  else addEventListener('load', () => void install(), { once: true });
}

/** Tells the reader when there is no network, and when it is back. */
export function tellWhenOffline(): void {
  const status = document.createElement('p');
  status.className = 'cl-offline';
  status.setAttribute('role', 'status');
  const show = () => {
    if (navigator.onLine) {
      status.replaceChildren();
      return;
    }
    const link = document.createElement('a');
    link.href = inSite('offline/').href;
    link.textContent = 'What you have opened before';
    status.replaceChildren('You are offline. ', link, ' is still here.');
  };
  document.body.append(status);
  addEventListener('online', show);
  addEventListener('offline', show);
  show();
}

/** Leaves in a list of links to pages those that can be read offline; where there are none, it says so. */
export async function showKept(list: HTMLElement): Promise<void> {
  const links = [...list.querySelectorAll('a')];
  try {
    const kept = await Promise.all(links.map(({ href }) => caches.match(href)));
    links.filter((_, i) => kept[i] === undefined).forEach((link) => link.closest('li')?.remove());
  } catch {
    // Without access to what is kept, the whole list remains.
  }
  if (list.childElementCount > 0) return;
  const none = document.createElement('p');
  none.textContent = 'None so far.';
  list.replaceWith(none);
}
