/** Brings the Teach page's builder to life once the reader comes near it, or asks for a widget. */

const target = document.querySelector<HTMLElement>('[data-builder]');
const gallery = document.querySelector('[data-gallery]');

function wakeOnce(target: HTMLElement): void {
  const woken = new AbortController();
  const wake = async () => {
    if (woken.signal.aborted) return;
    woken.abort();
    observer.disconnect();
    const { openBuilder } = await import('./open-builder');
    await openBuilder(target);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) void wake();
    },
    { rootMargin: '600px' },
  );
  observer.observe(target);
  for (const event of ['pointerover', 'focusin'] as const) {
    gallery?.addEventListener(event, () => void wake(), { signal: woken.signal });
  }
  if (location.search !== '' || location.hash === '#build') void wake();
}

if (target) wakeOnce(target);
