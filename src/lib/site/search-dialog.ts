import { inSite } from './site-root';
import { createSearch, type Piece, type Result } from './search-index';
import { setSlashOpens, slashOpens } from './slash-key';

const KINDS: Partial<Record<Result['kind'], string>> = { figure: 'Figure', loss: 'Loss' };

const DATA = 'search.json';

type Search = (question: string) => Result[];

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const marked = (pieces: readonly Piece[]) =>
  pieces.map(({ text, hit }) => (hit ? element('mark', {}, text) : text));

function printed(result: Result): HTMLLIElement {
  const { kind, page, address, titlePieces, excerpt } = result;
  const place = [KINDS[kind], page].filter(Boolean).join(' · ');
  return element(
    'li',
    {},
    element(
      'a',
      { href: inSite(address).href },
      element('span', { className: 'place' }, place),
      element('span', { className: 'title' }, ...marked(titlePieces)),
      element('span', { className: 'excerpt' }, ...marked(excerpt)),
    ),
  );
}

async function load(): Promise<Search> {
  const response = await fetch(inSite(DATA));
  if (!response.ok) throw new Error(`${DATA}: ${response.status}`);
  return createSearch(await response.json());
}

/** The dialog of this page, made when it is first opened. */
let dialog: HTMLDialogElement | undefined;

/** Opens the search over the site. */
export function openSearch(): void {
  dialog ??= createDialog();
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input')?.select();
}

function createDialog(): HTMLDialogElement {
  const input = element('input', { type: 'search', autocomplete: 'off', spellcheck: false });
  const status = element('p', { className: 'status', role: 'status' });
  const list = element('ol');
  const key = element('input', { type: 'checkbox', checked: slashOpens() });
  const close = element('button', { type: 'button' }, 'Close');
  const form = element('form', {}, element('label', {}, 'Search the textbook', input), close);
  form.setAttribute('role', 'search');
  const made = element(
    'dialog',
    { className: 'cl-search', ariaLabel: 'Search' },
    form,
    status,
    list,
    element('label', { className: 'key' }, key, 'The key / opens this search'),
  );

  let search: Search | undefined;
  const show = () => {
    if (!search) return;
    const question = input.value.trim();
    const results = question === '' ? [] : search(question);
    list.replaceChildren(...results.map(printed));
    if (question === '') status.textContent = '';
    else if (results.length === 0) status.textContent = 'Nothing found.';
    else status.textContent = results.length === 1 ? '1 result' : `${results.length} results`;
  };
  const start = async () => {
    status.textContent = 'Loading …';
    try {
      search = await load();
      show();
    } catch {
      status.textContent = 'The search could not be loaded. Open it again to try once more.';
    }
  };

  input.addEventListener('input', show);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    list.querySelector('a')?.click();
  });
  close.addEventListener('click', () => made.close());
  key.addEventListener('change', () => setSlashOpens(key.checked));
  // A result on this very page loads nothing, and a click beside the dialog is one on its backdrop.
  made.addEventListener('click', ({ target }) => {
    if (target === made || (target as Element).closest('a')) made.close();
  });
  made.addEventListener('keydown', (event) => {
    // A field for searches would use the first Escape to empty itself.
    if (event.key === 'Escape') made.close();
    else moveFocus(event, [input, ...list.querySelectorAll('a')]);
  });
  made.addEventListener('focusin', () => {
    if (!search && status.textContent !== 'Loading …') void start();
  });
  document.body.append(made);
  return made;
}

/** The arrows up and down go through the field and its results. */
function moveFocus(event: KeyboardEvent, stops: readonly HTMLElement[]) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  if (step === undefined || at < 0) return;
  event.preventDefault();
  stops[Math.min(stops.length - 1, Math.max(0, at + step))]?.focus();
}
