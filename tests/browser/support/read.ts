import type { Page } from 'playwright-core';

/** What is there only while it works. Exercises are read by themselves, see below. */
const WORKING = '.cl-controls, .cl-exercise, [data-progress]';

/** The words that a reader sees in the page's main part, without what is there only while it works. */
export async function words(page: Page): Promise<string[]> {
  const text = await page.evaluate((working) => {
    const left = [...document.querySelectorAll<HTMLElement>(working)];
    for (const element of left) element.style.display = 'none';
    const words = document.querySelector('main')?.innerText ?? '';
    for (const element of left) element.style.display = '';
    return words;
  }, WORKING);
  return text.split(/\s+/).filter(Boolean);
}

/**
 * What the exercises of a page say: the question and the choices as far as they are seen, and the hint and the
 * explanation that can be unfolded. The widget that one is worked out with is left out: it is drawn by a script once the
 * exercise comes near the screen, and without scripts an exercise has none.
 */
export function readExercises(page: Page) {
  return page.evaluate(() =>
    // A script shows one exercise at a time; here all are read.
    [...document.querySelectorAll('.cl-exercise')].map((exercise) => {
      exercise.removeAttribute('hidden');
      const texts = (parts: string) => [...exercise.querySelectorAll<HTMLElement>(parts)];
      const plain = ({ textContent }: Element) => (textContent ?? '').replace(/\s+/g, ' ').trim();
      const seen = (parts: string) =>
        texts(parts)
          .filter((part) => part.checkVisibility())
          .map(plain);
      return {
        title: seen('.task-title'),
        question: seen('.question'),
        // With scripts the choices can be chosen, without they are a list.
        choices: seen('.cl-choices li, .cl-answer fieldset label'),
        folds: seen('[data-part] > summary'),
        folded: texts('[data-part] > div').map(plain),
      };
    }),
  );
}

/**
 * Where the page's links lead: `addresses` without fragments, each once; `missing`: fragments of the page itself that
 * name no element of it.
 */
export function readLinks(page: Page): Promise<{ addresses: string[]; missing: string[] }> {
  return page.evaluate(() => {
    const here = location.href.split('#')[0];
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(
      (link) => new URL(link.href),
    );
    const fragments = links
      .filter(({ href, hash }) => href.split('#')[0] === here && hash !== '')
      .map(({ hash }) => decodeURIComponent(hash.slice(1)));
    const web = links.filter(({ protocol }) => protocol.startsWith('http'));
    return {
      addresses: [...new Set(web.map(({ href }) => href.replace(/#.*/, '')))],
      missing: fragments.filter((id) => document.getElementById(id) === null),
    };
  });
}
